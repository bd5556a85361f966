package org.linli.registration.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * A role given to an account (授权): below a division, or for one station, team or activity only. It is never changed,
 * only revoked; its end may lie in the future.
 */
@Entity(name = "RoleGrant")
@Table(name = "role_grant")
class RoleGrant {
    /** What an operator's grant has in place of a division: everything. */
    static final String EVERYWHERE = "000000000000";

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Embedded
    private GrantReach reach;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "granted_by")
    private UUID grantedBy;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "revoked_by")
    private UUID revokedBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected RoleGrant() {}

    /**
     * Gives a role.
     *
     * @param by who gives it; null if the configuration does
     * @param period when it counts, beginning now or later
     */
    static RoleGrant give(UUID id, UUID accountId, Role role, GrantReach reach, Period period, UUID by, Instant now) {
        RoleGrant grant = new RoleGrant();
        grant.id = id;
        grant.accountId = accountId;
        grant.role = role;
        grant.reach = reach;
        grant.validFrom = period.from();
        grant.validUntil = period.until();
        grant.grantedBy = by;
        grant.grantedAt = now;
        grant.sequence = 1;
        return grant;
    }

    /**
     * When a grant counts.
     *
     * @param from first moment it counts
     * @param until first moment it no longer counts; null if open
     */
    record Period(Instant from, Instant until) {

        /** Nothing counts backwards: a beginning in the past is now. Refused on {@code until} if nothing is left. */
        static Outcome<Period> of(Instant from, Instant until, Instant now) {
            Instant start = from == null || from.isBefore(now) ? now : from;
            return until != null && !until.isAfter(start)
                    ? Outcome.refused(RegistrationRefusal.GRANT_PERIOD_INVALID, "until")
                    : Outcome.done(new Period(start, until));
        }
    }

    /** Takes the role away; the row must be locked. */
    Outcome<RegistrationEvent> revoke(UUID by, Instant now) {
        if (revokedAt != null) {
            return Outcome.refused(RegistrationRefusal.GRANT_ALREADY_REVOKED);
        }
        revokedBy = by;
        revokedAt = now;
        sequence++;
        return Outcome.done(new RegistrationEvent.RoleRevoked(state()));
    }

    /** The event of giving it. */
    RegistrationEvent granted() {
        return new RegistrationEvent.RoleGranted(state());
    }

    /** Whether this is in force now and stays so, without an end, when {@code leaving} is gone. */
    boolean isOtherOpenThan(RoleGrant leaving, Instant now) {
        return !id.equals(leaving.id) && revokedAt == null && validUntil == null && !validFrom.isAfter(now);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    Role role() {
        return role;
    }

    GrantReach reach() {
        return reach;
    }

    /** The division below which it counts; null for everywhere. */
    DivisionCode division() {
        return EVERYWHERE.equals(reach.division) ? null : new DivisionCode(reach.division);
    }

    long sequence() {
        return sequence;
    }

    long version() {
        return version;
    }

    RoleGrantView view() {
        return new RoleGrantView(
                id,
                accountId,
                role,
                reach.division,
                reach.stationId,
                reach.teamId,
                reach.activityId,
                validFrom,
                validUntil,
                grantedBy,
                grantedAt,
                revokedBy,
                revokedAt,
                version);
    }

    private GrantState state() {
        return new GrantState(
                id,
                accountId,
                role,
                reach.division,
                reach.prefix,
                reach.stationId,
                reach.teamId,
                reach.activityId,
                validFrom,
                validUntil,
                revokedAt);
    }
}
