package org.linli.registration.star;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/** Somebody objects to a star on display (异议). Until it is decided the star does not count. */
@Entity(name = "StarObjection")
@Table(name = "star_objection")
class StarObjection {
    @Id
    private UUID id;

    @Column(name = "star_file_id")
    private UUID starFileId;

    private int stars;

    @Column(name = "reason_encrypted")
    private byte[] reason;

    @Column(name = "by_account")
    private UUID by;

    @Column(name = "answer_encrypted")
    private byte[] answer;

    private Instant at;

    @Column(name = "display_until")
    private Instant displayUntil;

    private Boolean upheld;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected StarObjection() {}

    /**
     * Somebody objects now.
     *
     * @param reason encrypted for the row {@code id}
     */
    static StarObjection to(StarFile file, UUID id, byte[] reason, UUID by, Instant now) {
        StarObjection objection = new StarObjection();
        objection.id = id;
        objection.starFileId = file.id();
        objection.stars = file.proposedStars();
        objection.reason = reason;
        objection.by = by;
        objection.at = now;
        objection.displayUntil = file.publicUntil();
        return objection;
    }

    /**
     * Somebody else decides it.
     *
     * @param why encrypted for this row
     */
    Outcome<StarObjection> decide(boolean right, byte[] why, UUID decider, Instant now) {
        if (decidedAt != null) {
            return Outcome.refused(RegistrationRefusal.OBJECTION_DECIDED);
        }
        if (decider.equals(by)) {
            return Outcome.refused(RegistrationRefusal.OWN_OBJECTION);
        }
        upheld = right;
        answer = why;
        decidedBy = decider;
        decidedAt = now;
        return Outcome.done(this);
    }

    /** What it objects to is no longer on display. */
    void lapse(Instant now) {
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    byte[] reason() {
        return reason;
    }

    byte[] answer() {
        return answer;
    }

    ObjectionView view(String plainReason, String plainAnswer) {
        return new ObjectionView(id, stars, plainReason, at, upheld, plainAnswer, decidedAt, version);
    }
}
