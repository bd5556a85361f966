package org.linli.registration.guardian;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.registration.OneTimeCode;
import org.linli.registration.RegistrationRefusal;

/** A guardian (监护人): somebody who stands for a minor. The station names them, their own sign-in confirms it. */
@Entity(name = "Guardian")
class Guardian {
    @Id
    private UUID id;

    @Column(name = "guardianship_id")
    private UUID guardianshipId;

    @Enumerated(EnumType.STRING)
    private Relationship relationship;

    @Column(name = "name_encrypted")
    private byte[] name;

    @Column(name = "phone_encrypted")
    private byte[] phone;

    @Enumerated(EnumType.STRING)
    private GuardianStatus status;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "named_at")
    private Instant namedAt;

    @Column(name = "named_by")
    private UUID namedBy;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Embedded
    private OneTimeCode code;

    @Version
    private long version;

    /** For Hibernate. */
    protected Guardian() {}

    /**
     * A guardian as the station names them.
     *
     * @param name encrypted for the row {@code id}
     * @param phone encrypted for the row {@code id}
     */
    record Naming(UUID id, UUID guardianshipId, Relationship relationship, byte[] name, byte[] phone) {}

    static Guardian name(Naming naming, UUID by, Instant now) {
        Guardian guardian = new Guardian();
        guardian.id = naming.id();
        guardian.guardianshipId = naming.guardianshipId();
        guardian.relationship = naming.relationship();
        guardian.name = naming.name();
        guardian.phone = naming.phone();
        guardian.status = GuardianStatus.NAMED;
        guardian.namedBy = by;
        guardian.namedAt = now;
        return guardian;
    }

    /** The guardian, if the own sign-in is still to come. */
    Outcome<Guardian> awaitsSignIn() {
        return switch (status) {
            case NAMED -> Outcome.done(this);
            case CONFIRMED -> Outcome.refused(RegistrationRefusal.GUARDIAN_CONFIRMED_ALREADY);
            case ENDED -> Outcome.refused(RegistrationRefusal.GUARDIAN_ENDED);
        };
    }

    /** A new code takes the place of the one before. */
    void take(OneTimeCode fresh) {
        code = fresh;
    }

    /** Judges a try of the code by somebody; a wrong one is counted. */
    Outcome<OneTimeCode> attempt(UUID by, byte[] hash, int triesAllowed, Instant now) {
        return code == null
                ? Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_WRONG, "code")
                : code.broughtBy(by).then(brought -> brought.attempt(hash, triesAllowed, now));
    }

    /** From now on this sign-in is the guardian's; the code must have been judged before. */
    void confirm(UUID account, Instant now) {
        code.use(now);
        accountId = account;
        confirmedAt = now;
        status = GuardianStatus.CONFIRMED;
    }

    /** Stands for the minor no longer. */
    Outcome<Guardian> end(UUID by, Instant now) {
        if (status == GuardianStatus.ENDED) {
            return Outcome.refused(RegistrationRefusal.GUARDIAN_ENDED);
        }
        status = GuardianStatus.ENDED;
        endedBy = by;
        endedAt = now;
        return Outcome.done(this);
    }

    boolean isConfirmedAs(UUID account) {
        return status == GuardianStatus.CONFIRMED && account.equals(accountId);
    }

    UUID id() {
        return id;
    }

    GuardianStatus status() {
        return status;
    }

    UUID accountId() {
        return accountId;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    byte[] name() {
        return name;
    }

    byte[] phone() {
        return phone;
    }

    /** What answers show, with name and phone as they may be shown. */
    GuardianView view(UUID volunteerId, String shownName, String shownPhone) {
        return new GuardianView(
                id, volunteerId, relationship, shownName, shownPhone, status, namedAt, confirmedAt, endedAt, version);
    }
}
