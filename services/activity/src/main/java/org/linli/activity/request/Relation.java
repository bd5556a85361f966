package org.linli.activity.request;

import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/**
 * What an order is to a caller. Decides who sees what of it: the recipient, those in scope and whoever serves see the
 * place; whoever is offered it sees what is wanted but not where; whoever was asked before, or was suspended meanwhile,
 * sees that it went on.
 *
 * @param caller who
 * @param mayServe whether the caller is a volunteer who may serve now
 * @param recipient whether it was ordered for the caller
 * @param serving whether the caller took it
 * @param offered whether it is offered to the caller, or to a team of the caller's, now
 * @param leading whether it is offered to a team that the caller leads, now
 * @param asked whether it was ever offered to the caller or a team of the caller's
 * @param coordinating the role in which the caller handles orders there; null if none
 * @param auditing whether the caller may read everything there
 * @param finished whether the service is over: from then on nobody who served needs the place
 */
record Relation(
        Caller caller,
        boolean mayServe,
        boolean recipient,
        boolean serving,
        boolean offered,
        boolean leading,
        boolean asked,
        ActorRole coordinating,
        boolean auditing,
        boolean finished) {

    /** Whether the caller may know that there is such an order. */
    boolean knows() {
        return recipient || serving || offered || leading || asked || coordinates() || auditing;
    }

    /** Whether the caller may read what is wanted. */
    boolean readsTexts() {
        return readsPlace() || mayServe && (serving || offered) || leading;
    }

    /** Whether the caller may read where (architecture: the place is personal, and only for those it concerns). */
    boolean readsPlace() {
        return recipient || mayServe && serving && !finished || coordinates();
    }

    /** Whether the caller is the one helped or the one who helps. */
    boolean isSide() {
        return recipient || serving;
    }

    /** Whether the caller may read who reviewed and who did what. */
    boolean readsHistory() {
        return recipient || serving || coordinates() || auditing;
    }

    /** Whether the caller handles orders there: verifies, dispatches, speaks for the recipient. */
    boolean coordinates() {
        return coordinating != null;
    }

    /** The volunteer that the caller is; null if none. */
    UUID volunteerId() {
        return caller.volunteerId();
    }

    /** The caller as a volunteer. */
    Actor asVolunteer() {
        return new Actor(caller.accountId(), ActorRole.VOLUNTEER);
    }

    /** The caller as the one who does the work, or why not; whoever was suspended gives the order back instead. */
    Outcome<Actor> atWork() {
        if (!serving) {
            return Outcome.refused(KitRefusal.FORBIDDEN);
        }
        return mayServe ? Outcome.done(asVolunteer()) : Outcome.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE);
    }

    /** The caller as the leader of a team. */
    Actor asLeader() {
        return new Actor(caller.accountId(), ActorRole.TEAM_LEADER);
    }

    /** The caller as somebody who handles orders there. */
    Actor asCoordinator() {
        return new Actor(caller.accountId(), coordinating);
    }

    /** The caller as the recipient, or on the recipient's behalf. */
    Actor forRecipient() {
        return recipient ? new Actor(caller.accountId(), ActorRole.RECIPIENT) : asCoordinator();
    }
}
