package org.linli.points.badge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.BadgeEvent;
import org.linli.contracts.points.BadgeState;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/** A badge that somebody earned. Reviews insert it, a decision may revoke it; nothing else changes it. */
@Entity
@Table(name = "badge_award")
class BadgeAward {
    @Id
    private UUID id;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    private String code;

    @Column(name = "rule_id")
    private UUID ruleId;

    @Column(name = "rule_version")
    private int ruleVersion;

    private String division;

    @Column(name = "awarded_at")
    private Instant awardedAt;

    private String salt;

    @Column(name = "status_index", insertable = false, updatable = false)
    private long statusIndex;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private UUID revokedBy;

    @Column(name = "revoke_reason")
    private String revokeReason;

    private long sequence;

    @Version
    @Column(name = "row_version")
    private long rowVersion;

    protected BadgeAward() {}

    /** Taken back by a decision; the row must be locked. */
    Outcome<BadgeEvent> revoke(UUID by, String reason, Instant now) {
        if (revokedAt != null) {
            return Outcome.refused(PointsRefusal.BADGE_REVOKED_ALREADY);
        }
        revokedAt = now;
        revokedBy = by;
        revokeReason = reason;
        sequence++;
        return Outcome.done(new BadgeEvent.BadgeRevoked(
                new BadgeState(id, volunteerId, code, ruleVersion, division, awardedAt, revokedAt)));
    }

    BadgeView view(BadgeRule rule) {
        return new BadgeView(
                id,
                volunteerId,
                code,
                ruleVersion,
                rule.name(),
                rule.description(),
                division,
                awardedAt,
                revokedAt,
                revokeReason,
                rowVersion);
    }

    UUID id() {
        return id;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    UUID ruleId() {
        return ruleId;
    }

    DivisionCode division() {
        return DivisionCode.of(division);
    }

    Instant awardedAt() {
        return awardedAt;
    }

    String salt() {
        return salt;
    }

    long statusIndex() {
        return statusIndex;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    long sequence() {
        return sequence;
    }
}
