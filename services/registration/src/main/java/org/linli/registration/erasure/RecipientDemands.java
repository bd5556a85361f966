package org.linli.registration.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.recipient.RecipientErasure;
import org.linli.registration.recipient.RecipientSummary;

/**
 * Who may have a recipient of help erased, and why: the recipient; whoever looks after the recipient, on the
 * recipient's behalf and with a reason on record (product R12), because many have no sign-in; operators on a ground of
 * law.
 */
@ApplicationScoped
class RecipientDemands {
    private final RecipientErasure erasing;

    @Inject
    RecipientDemands(RecipientErasure erasing) {
        this.erasing = erasing;
    }

    /** The recipient, if this may be asked; its row is locked. */
    Uni<Outcome<RecipientSummary>> judge(Caller caller, ErasureDemand demand) {
        if (demand.volunteerId() != null) {
            return Steps.refused(KitRefusal.INVALID_VALUE, "recipientId");
        }
        Ground ground = demand.ground() == null ? Ground.PERSON : demand.ground();
        return erasing.lock(caller, demand.recipientId())
                .map(found -> found.then(erasable ->
                        mayAsk(caller, erasable, ground, demand.reason()).map(allowed -> erasable.recipient())));
    }

    /** The same of a demand that is confirmed: whoever asked may have lost meanwhile what allowed it. */
    Uni<Outcome<RecipientSummary>> judgeAgain(Caller caller, Erasure erasure, String reason) {
        return erasing.lock(caller, erasure.recipientId())
                .map(found -> found.then(erasable ->
                        mayAsk(caller, erasable, erasure.ground(), reason).map(allowed -> erasable.recipient())));
    }

    /** Answers whether the sign-in went, too. */
    Uni<Boolean> erase(Caller caller, RecipientSummary recipient) {
        return erasing.erase(caller, recipient);
    }

    private static Outcome<Ground> mayAsk(
            Caller caller, RecipientErasure.Erasable erasable, Ground ground, String reason) {
        if (erasable.oneself()) {
            return ground == Ground.PERSON ? Outcome.done(ground) : Outcome.refused(KitRefusal.INVALID_VALUE, "ground");
        }
        return switch (ground) {
            case PERSON, CONSENT_WITHDRAWN -> withReason(ground, reason);
            case PURPOSE_ENDED, UNLAWFUL, LAW ->
                caller.holdsAnywhere(Role.PLATFORM_OPERATOR)
                        ? withReason(ground, reason)
                        : Outcome.refused(KitRefusal.FORBIDDEN, "ground");
        };
    }

    private static Outcome<Ground> withReason(Ground ground, String reason) {
        return reason == null || reason.isBlank()
                ? Outcome.refused(RegistrationRefusal.REASON_MISSING, "reason")
                : Outcome.done(ground);
    }
}
