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

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Enumerated(EnumType.STRING)
    private ErasureStatus status;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    @Column(name = "reason_encrypted")
    private byte[] reason;

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
     * Whose data are to go.
     *
     * @param volunteer the volunteer; null for a recipient
     * @param recipient the recipient; null for a volunteer
     * @param accountIndex keyed fingerprint of the sign-in that goes with the person; empty if there is none
     */
    record Whose(UUID volunteer, UUID recipient, byte[] accountIndex) {}

    /**
     * Somebody asks.
     *
     * @param reason encrypted for the row {@code id}; null if the person asks
     */
    static Erasure ask(UUID id, Whose whose, Ground ground, byte[] reason, UUID by, Instant now, Duration toConfirm) {
        Erasure erasure = new Erasure();
        erasure.id = id;
        erasure.volunteerId = whose.volunteer();
        erasure.recipientId = whose.recipient();
        erasure.accountIndex = whose.accountIndex();
        erasure.ground = ground;
        erasure.reason = reason;
        erasure.askedBy = by;
        erasure.askedAt = now;
        erasure.confirmUntil = now.plus(toConfirm);
        erasure.status = ErasureStatus.ASKED;
        return erasure;
    }

    /** Whether it may still be confirmed; changes nothing. */
    Outcome<Erasure> confirmable(Instant now) {
        if (status == ErasureStatus.DONE) {
            return Outcome.refused(RegistrationRefusal.ERASED_ALREADY);
        }
        if (!now.isBefore(confirmUntil)) {
            return Outcome.refused(RegistrationRefusal.ERASURE_NOT_CONFIRMED_IN_TIME);
        }
        return Outcome.done(this);
    }

    /**
     * Nothing refuses it any more, and the person is erased; the row must be locked.
     *
     * @param withAccount whether the sign-in went, too: one that stays somebody's need not rest
     */
    void markDone(Instant now, boolean withAccount) {
        status = ErasureStatus.DONE;
        doneAt = now;
        accountIndex = withAccount ? accountIndex : new byte[0];
    }

    boolean isAskedBy(UUID account) {
        return account.equals(askedBy);
    }

    UUID id() {
        return id;
    }

    /** Whose file it is about. */
    UUID subject() {
        return volunteerId == null ? recipientId : volunteerId;
    }

    /** Null if a recipient is to be erased. */
    UUID volunteerId() {
        return volunteerId;
    }

    /** Null if a volunteer is to be erased. */
    UUID recipientId() {
        return recipientId;
    }

    /** Encrypted; null if the person asks. */
    byte[] reason() {
        return reason;
    }

    Ground ground() {
        return ground;
    }

    /** What is shown, with the reason in clear. */
    ErasureView view(String plain) {
        return new ErasureView(
                id, volunteerId, recipientId, status, ground, plain, askedAt, confirmUntil, doneAt, version);
    }
}
