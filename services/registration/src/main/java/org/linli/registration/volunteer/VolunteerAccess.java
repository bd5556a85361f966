package org.linli.registration.volunteer;

import org.linli.contracts.VolunteerStatus;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.Responsible;

/** Who may see a volunteer, and who may decide about one. */
final class VolunteerAccess {
    private VolunteerAccess() {}

    /** The volunteer, if the caller may know that there is one. */
    static Outcome<Volunteer> see(Sight sight, Volunteer volunteer) {
        boolean known = volunteer != null
                && volunteer.status() != VolunteerStatus.ERASED
                && (isOneself(sight.caller(), volunteer)
                        || sight.guards(volunteer.id())
                        || sight.reaches(volunteer.division()));
        return known ? Outcome.done(volunteer) : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /**
     * The volunteer, if the caller may do this. Nobody decides on their own registration, nor on that of a minor they
     * stand for; everybody may leave, and guardians may take the minor out.
     */
    static Outcome<Volunteer> decide(Sight sight, Volunteer volunteer, VolunteerMove move) {
        return see(sight, volunteer).then(seen -> {
            if (isOneself(sight.caller(), seen) || sight.guards(seen.id())) {
                return move == VolunteerMove.WITHDRAWAL
                        ? Outcome.done(seen)
                        : Outcome.refused(RegistrationRefusal.NOT_FOR_ONESELF);
            }
            return ifDecider(sight.caller(), seen);
        });
    }

    /** The volunteer, if the caller may read the personal fields in full: everybody their own. */
    static Outcome<Volunteer> reveal(Sight sight, Volunteer volunteer) {
        return see(sight, volunteer)
                .then(seen -> isOneself(sight.caller(), seen) ? Outcome.done(seen) : ifDecider(sight.caller(), seen));
    }

    private static Outcome<Volunteer> ifDecider(Caller caller, Volunteer volunteer) {
        return caller.holds(volunteer.division(), Responsible.coordinators())
                ? Outcome.done(volunteer)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private static boolean isOneself(Caller caller, Volunteer volunteer) {
        return caller.accountId().equals(volunteer.accountId());
    }
}
