package org.linli.activity.record;

import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Leadership;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/**
 * What a record is to a caller.
 *
 * @param caller who
 * @param own whether these are the caller's own hours
 * @param leads whether the caller leads the team they were given for
 * @param coordinates whether the caller coordinates there: the station, the district or the platform
 * @param audits whether the caller may read everything there
 * @param authority what the caller may decide about it
 */
record Standing(Caller caller, boolean own, boolean leads, boolean coordinates, boolean audits, Authority authority) {

    /** @param team who leads the record's team */
    static Standing of(Caller caller, ServiceRecord record, Leadership team) {
        return new Standing(
                caller,
                record.isOf(caller.volunteerId()),
                team.byCaller(),
                caller.holdsForStation(record.origin().stationId(), record.division(), ActivityRoles.COORDINATORS),
                caller.holds(record.division(), Role.AUDITOR),
                Authority.of(caller, record, team));
    }

    /** Whether the caller may know that there is such a record. */
    boolean knows() {
        return own || leads || coordinates || audits;
    }

    /** The caller as somebody who decides, or why not. */
    Outcome<Decider> deciding(Instant now) {
        if (own) {
            return Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF);
        }
        return authority == Authority.NONE
                ? Outcome.refused(KitRefusal.FORBIDDEN)
                : Outcome.done(new Decider(caller.accountId(), authority, now));
    }

    /** The caller as a second approver of a manual entry: a coordinator or administrator, or why not. */
    Outcome<Decider> approving(Instant now) {
        if (own) {
            return Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF);
        }
        return coordinates
                ? Outcome.done(new Decider(caller.accountId(), authority, now))
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    /** The caller as the person whose hours these are, or why not. */
    Outcome<UUID> objecting() {
        return own ? Outcome.done(caller.accountId()) : Outcome.refused(KitRefusal.FORBIDDEN);
    }
}
