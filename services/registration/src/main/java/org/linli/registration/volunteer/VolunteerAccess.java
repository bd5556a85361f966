package org.linli.registration.volunteer;

import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationRefusal;

/** Who may see a volunteer, and who may decide about one. */
final class VolunteerAccess {
    private static final Role[] DECIDERS = {
        Role.STATION_COORDINATOR, Role.DISTRICT_ADMINISTRATOR, Role.PLATFORM_OPERATOR
    };
    private static final Role[] READERS = {
        Role.STATION_COORDINATOR, Role.DISTRICT_ADMINISTRATOR, Role.PLATFORM_OPERATOR, Role.AUDITOR
    };

    private VolunteerAccess() {}

    /** Roles that list volunteers below their division. */
    static Role[] readers() {
        return READERS.clone();
    }

    /** The volunteer, if the caller may know that there is one. */
    static Outcome<Volunteer> see(Caller caller, Volunteer volunteer) {
        boolean known =
                volunteer != null && (isOneself(caller, volunteer) || caller.holds(volunteer.division(), READERS));
        return known ? Outcome.done(volunteer) : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /** The volunteer, if the caller may do this. Nobody decides on their own registration; everybody may leave. */
    static Outcome<Volunteer> decide(Caller caller, Volunteer volunteer, VolunteerMove move) {
        return see(caller, volunteer).then(seen -> {
            if (isOneself(caller, seen)) {
                return move == VolunteerMove.WITHDRAWAL
                        ? Outcome.done(seen)
                        : Outcome.refused(RegistrationRefusal.NOT_FOR_ONESELF);
            }
            return ifDecider(caller, seen);
        });
    }

    /** The volunteer, if the caller may read the personal fields in full: everybody their own. */
    static Outcome<Volunteer> reveal(Caller caller, Volunteer volunteer) {
        return see(caller, volunteer)
                .then(seen -> isOneself(caller, seen) ? Outcome.done(seen) : ifDecider(caller, seen));
    }

    private static Outcome<Volunteer> ifDecider(Caller caller, Volunteer volunteer) {
        return caller.holds(volunteer.division(), DECIDERS)
                ? Outcome.done(volunteer)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private static boolean isOneself(Caller caller, Volunteer volunteer) {
        return caller.accountId().equals(volunteer.accountId());
    }
}
