package org.linli.registration.star;

import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.Responsible;
import org.linli.registration.volunteer.VolunteerSummary;

/** Who may see and decide what about stars. */
final class StarRights {
    private StarRights() {}

    /** The volunteer, if the caller may read the file: everybody their own. */
    static Outcome<VolunteerSummary> see(Caller caller, VolunteerSummary volunteer) {
        boolean seen = volunteer != null
                && (isOneself(caller, volunteer) || caller.holds(volunteer.division(), Responsible.readers()));
        return seen ? Outcome.done(volunteer) : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /** The volunteer, if the caller decides about objections there. */
    static Outcome<VolunteerSummary> hear(Caller caller, VolunteerSummary volunteer) {
        return decide(caller, volunteer, Responsible.coordinators());
    }

    /** The volunteer, if the caller gives and takes stars there. */
    static Outcome<VolunteerSummary> rule(Caller caller, VolunteerSummary volunteer) {
        return decide(caller, volunteer, Responsible.administrators());
    }

    private static Outcome<VolunteerSummary> decide(Caller caller, VolunteerSummary volunteer, Role... roles) {
        return see(caller, volunteer).then(seen -> {
            if (!caller.holds(seen.division(), roles)) {
                return Outcome.refused(KitRefusal.FORBIDDEN);
            }
            return isOneself(caller, seen) ? Outcome.refused(RegistrationRefusal.NOT_FOR_ONESELF) : Outcome.done(seen);
        });
    }

    static boolean isOneself(Caller caller, VolunteerSummary volunteer) {
        return caller.accountId().equals(volunteer.accountId());
    }
}
