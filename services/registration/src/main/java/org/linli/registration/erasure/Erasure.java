package org.linli.registration.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/** A demand for erasure. It is asked and confirmed in two steps, because it cannot be undone. */
@Entity(name = "Erasure")
class Erasure {
    @Id
    private UUID id;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Enumerated(EnumType.STRING)
    private ErasureStatus status;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    private String reason;

    @Column(name = "asked_by")
    private UUID askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "confirm_until")
    private Instant confirmUntil;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "account_index")
    private byte[] accountIndex;

    @Version
    private long version;

    /** For Hibernate. */
    protected Erasure() {}

    /**
     * Somebody asks.
     *
     * @param accountIndex keyed fingerprint of the volunteer's sign-in; empty if there is none
     * @param reason null if the person asks
     */
    static Erasure ask(
            UUID id,
            UUID volunteerId,
            byte[] accountIndex,
            Ground ground,
            String reason,
            UUID by,
            Instant now,
            Duration toConfirm) {
        Erasure erasure = new Erasure();
        erasure.id = id;
        erasure.volunteerId = volunteerId;
        erasure.accountIndex = accountIndex;
        erasure.ground = ground;
        erasure.reason = reason;
        erasure.askedBy = by;
        erasure.askedAt = now;
        erasure.confirmUntil = now.plus(toConfirm);
        erasure.status = ErasureStatus.ASKED;
        return erasure;
    }

    /** Whoever asked confirms in time; the row must be locked. */
    Outcome<Erasure> confirm(Instant now) {
        if (status == ErasureStatus.DONE) {
            return Outcome.refused(RegistrationRefusal.ERASED_ALREADY);
        }
        if (!now.isBefore(confirmUntil)) {
            return Outcome.refused(RegistrationRefusal.ERASURE_NOT_CONFIRMED_IN_TIME);
        }
        status = ErasureStatus.DONE;
        doneAt = now;
        return Outcome.done(this);
    }

    boolean isAskedBy(UUID account) {
        return account.equals(askedBy);
    }

    UUID id() {
        return id;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    Ground ground() {
        return ground;
    }

    ErasureView view() {
        return new ErasureView(id, volunteerId, status, ground, reason, askedAt, confirmUntil, doneAt, version);
    }
}
