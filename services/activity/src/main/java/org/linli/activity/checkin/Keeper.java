package org.linli.activity.checkin;

import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.ActivityRoles;
import org.linli.activity.record.Served;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/**
 * What the presence at an order or a session is to a caller.
 *
 * @param caller who
 * @param serves whether the caller took the order
 * @param keeps whether the caller coordinates there or leads the team
 * @param helped whether it was ordered for the caller
 * @param audits whether the caller may read everything there
 */
record Keeper(Caller caller, boolean serves, boolean keeps, boolean helped, boolean audits) {

    /** @param leads whether the caller leads the team of the order or session now */
    static Keeper of(Caller caller, Occasion at, boolean leads) {
        Served served = at.served();
        boolean coordinates = caller.holdsForStation(served.stationId(), served.division(), ActivityRoles.COORDINATORS);
        return new Keeper(
                caller,
                caller.volunteerId() != null && caller.volunteerId().equals(at.volunteerId()),
                coordinates || leads,
                at.recipientId() != null && at.recipientId().equals(caller.recipientId()),
                caller.holds(served.division(), Role.AUDITOR));
    }

    /** Whether the caller sees everybody's presence at this order. */
    boolean seesAll() {
        return keeps || helped || audits;
    }

    /**
     * Whether the caller may show the rotating code: the station, the team's leader, or the person helped, at whose
     * door nobody else stands. Whoever serves never shows it to oneself.
     */
    Outcome<Keeper> mayShowCode() {
        if (serves) {
            return Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF);
        }
        if (keeps || helped) {
            return Outcome.done(this);
        }
        return Outcome.refused(audits ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
    }

    /** Whether the caller may note down the presence of somebody: the station or the team's leader, for others. */
    Outcome<Keeper> mayList(UUID volunteer) {
        if (!keeps) {
            return Outcome.refused(seesAll() || serves ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
        }
        return volunteer.equals(caller.volunteerId())
                ? Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF, "volunteerId")
                : Outcome.done(this);
    }
}
