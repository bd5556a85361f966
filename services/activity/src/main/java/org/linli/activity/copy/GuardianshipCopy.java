package org.linli.activity.copy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;

/** Who stands for a minor (监护人), as activity knows it: sign-ins and consent, no names. */
@Entity
@Immutable
@Table(name = "guardianship_copy")
public class GuardianshipCopy {
    @Id
    @Column(name = "guardianship_id")
    private UUID guardianshipId;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Column(name = "guardian_accounts")
    private String[] guardianAccounts;

    @Enumerated(EnumType.STRING)
    private GuardianConsent consent;

    private boolean active;

    protected GuardianshipCopy() {}

    /** Sign-ins of those who stand for the minor. */
    public List<UUID> guardians() {
        return Arrays.stream(guardianAccounts).map(UUID::fromString).toList();
    }

    /** Whether they consent. */
    public GuardianConsent consent() {
        return consent;
    }
}
