package org.linli.registration.guardian;

import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.Responsible;
import org.linli.registration.volunteer.VolunteerSummary;

/** Who may do what with the guardians of a minor. */
final class GuardianRights {
    private GuardianRights() {}

    /** The file, if the caller belongs to the family or looks after volunteers there. */
    static Outcome<GuardianshipFile> see(Caller caller, GuardianshipFile file) {
        return reaches(caller, file.minor()) || isGuardian(caller, file)
                ? Outcome.done(file)
                : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /** The minor, if the caller may say who stands for them. Nobody decides for the own family. */
    static Outcome<VolunteerSummary> decide(Caller caller, VolunteerSummary minor, GuardianshipFile file) {
        boolean related = isMinor(caller, minor) || file != null && isGuardian(caller, file);
        if (caller.holds(minor.division(), Responsible.coordinators())) {
            return related ? Outcome.refused(RegistrationRefusal.NOT_FOR_ONESELF) : Outcome.done(minor);
        }
        boolean seen = related || caller.holds(minor.division(), Responsible.readers());
        return Outcome.refused(seen ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
    }

    /** The guardian, if the caller is it; others learn only what they may know anyway. */
    static Outcome<Guardian> oneself(Caller caller, GuardianshipFile file, Guardian guardian) {
        if (guardian.isConfirmedAs(caller.accountId())) {
            return Outcome.done(guardian);
        }
        return see(caller, file).then(seen -> Outcome.refused(KitRefusal.FORBIDDEN));
    }

    /** Whether the caller is the minor, or looks after volunteers there. */
    static boolean reaches(Caller caller, VolunteerSummary minor) {
        return isMinor(caller, minor) || caller.holds(minor.division(), Responsible.readers());
    }

    static boolean isMinor(Caller caller, VolunteerSummary minor) {
        return caller.accountId().equals(minor.accountId());
    }

    private static boolean isGuardian(Caller caller, GuardianshipFile file) {
        return file.guardians().stream().anyMatch(guardian -> guardian.isConfirmedAs(caller.accountId()));
    }
}
