package org.linli.activity.signup;

import java.util.List;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Serving;
import org.linli.activity.programme.ActivityOutline;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/**
 * What a sign-up is to a caller.
 *
 * @param caller who
 * @param own whether it is the caller's own
 * @param guardian whether the caller stands for the minor whose it is
 * @param organises whether the caller leads the team, or coordinates there
 * @param asked whether the place is offered to the caller by whoever has it
 * @param audits whether the caller may read everything there
 */
record Standing(Caller caller, boolean own, boolean guardian, boolean organises, boolean asked, boolean audits) {

    /** @param guardians who stands today for the minor whose it is */
    static Standing of(Caller caller, SignUp signUp, ActivityOutline activity, Serving serving, List<UUID> guardians) {
        return new Standing(
                caller,
                signUp.isOf(caller.volunteerId()),
                guardians.contains(caller.accountId()),
                activity.holder().isLedBy(caller, serving),
                caller.volunteerId() != null && caller.volunteerId().equals(signUp.handoverTo()),
                caller.holds(signUp.booking().community(), Role.AUDITOR));
    }

    /** Whether the caller may know that there is such a sign-up. */
    boolean knows() {
        return own || guardian || organises || asked || audits;
    }

    /** Whether the caller may see what was written about it. */
    boolean reads() {
        return own || guardian || organises || audits;
    }

    /** For the person and those who stand for it. */
    Outcome<Standing> ofPerson() {
        return own || guardian ? Outcome.done(this) : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    /** For whoever organises the session. */
    Outcome<Standing> ofOrganiser() {
        return organises ? Outcome.done(this) : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    /** For whoever organises the session, about somebody else. */
    Outcome<Standing> deciding() {
        return own ? Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF) : ofOrganiser();
    }
}
