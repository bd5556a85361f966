package org.linli.activity.copy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.registration.MembershipState.MembershipStatus;

/** That a volunteer belongs, or belonged, to a team. */
@Entity
@Immutable
@Table(name = "membership_copy")
class MembershipCopy {
    @Id
    @Column(name = "membership_id")
    UUID membershipId;

    @Column(name = "team_id")
    UUID teamId;

    @Column(name = "volunteer_id")
    UUID volunteerId;

    @Enumerated(EnumType.STRING)
    MembershipStatus status;

    protected MembershipCopy() {}
}
