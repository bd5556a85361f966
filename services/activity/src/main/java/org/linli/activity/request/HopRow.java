package org.linli.activity.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.activity.RequestStatus;

/** A line of history as it is kept; the database refuses to change it. The reason is encrypted. */
@Entity
@Immutable
@Table(name = "request_hop")
class HopRow {
    static final String TABLE = "request_hop";

    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    int position;

    int round;

    @Enumerated(EnumType.STRING)
    HopKind kind;

    @Enumerated(EnumType.STRING)
    RequestStatus status;

    Instant at;

    long seconds;

    @Column(name = "by_account")
    UUID byAccount;

    @Enumerated(EnumType.STRING)
    @Column(name = "by_role")
    ActorRole byRole;

    @Column(name = "offer_id")
    UUID offerId;

    @Column(name = "team_id")
    UUID teamId;

    @Column(name = "volunteer_id")
    UUID volunteerId;

    byte[] reason;

    protected HopRow() {}

    HopRow(UUID id, Hop hop, byte[] sealedReason) {
        this.id = id;
        this.requestId = hop.requestId();
        this.position = hop.position();
        this.round = hop.round();
        this.kind = hop.kind();
        this.status = hop.status();
        this.at = hop.at();
        this.seconds = hop.seconds();
        this.byAccount = hop.by().accountId();
        this.byRole = hop.by().role();
        this.offerId = hop.offerId();
        this.teamId = hop.teamId();
        this.volunteerId = hop.volunteerId();
        this.reason = sealedReason;
    }
}
