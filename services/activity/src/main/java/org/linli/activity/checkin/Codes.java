package org.linli.activity.checkin;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.kit.Outcome;
import org.linli.kit.crypto.KeyFiles;
import org.linli.kit.http.KitRefusal;

/** Shows rotating codes and judges what volunteers show. Made at the start, so that a missing key is noticed then. */
@ApplicationScoped
@Startup
class Codes {
    private static final int SECRET_BYTES = 32;

    private final PresenceCode code;
    private final Tries tries;
    private final String publicAddress;

    @Inject
    Codes(KeyFiles keys, ActivityConfiguration configuration) {
        ActivityConfiguration.CheckIn policy = configuration.checkIn();
        this.code =
                new PresenceCode(keys.secret("check-in-code", SECRET_BYTES), policy.codeStep(), policy.codeTolerance());
        this.tries = new Tries(policy.triesPerMinute());
        this.publicAddress = policy.publicAddress().replaceFirst("/+$", "");
    }

    /**
     * The code as it is shown now.
     *
     * @param requestId the order it is for; null for a session
     * @param sessionId the session it is for; null for an order
     * @param url what the QR code says
     * @param code the token that the address ends in
     * @param digits what is entered without a camera
     * @param validFrom when it was first shown
     * @param validUntil when it no longer counts
     */
    record CodeView(
            UUID requestId,
            UUID sessionId,
            String url,
            String code,
            String digits,
            Instant validFrom,
            Instant validUntil) {}

    CodeView show(Occasion at, Instant now) {
        PresenceCode.Shown shown = code.show(at.id(), now);
        return new CodeView(
                at.requestId(),
                at.sessionId(),
                publicAddress + "/c/" + shown.token(),
                shown.token(),
                shown.digits(),
                shown.validFrom(),
                shown.validUntil());
    }

    /** Which order or session is meant: as the caller says, or as the scanned code says. */
    Outcome<UUID> serviceOf(UUID stated, Proof proof) {
        if (stated != null) {
            return Outcome.done(stated);
        }
        if (proof.code() == null) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "requestId");
        }
        return code.requestOf(proof.code())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ActivityRefusal.CODE_NOT_VALID, "code"));
    }

    /** Whether what is shown proves presence at an order or a session now, and how. */
    Outcome<PresenceProof> judge(UUID volunteer, UUID service, Proof proof, Instant now) {
        if (proof.code() != null) {
            return switch (code.judgeToken(service, proof.code(), now)) {
                case VALID -> Outcome.done(PresenceProof.SCANNED_CODE);
                case EXPIRED -> Outcome.refused(ActivityRefusal.CODE_EXPIRED, "code");
                case INVALID -> Outcome.refused(ActivityRefusal.CODE_NOT_VALID, "code");
            };
        }
        return switch (tries.once(volunteer, now, () -> code.digitsFit(service, proof.digits(), now))) {
            case RIGHT -> Outcome.done(PresenceProof.SIX_DIGITS);
            case WRONG -> Outcome.refused(ActivityRefusal.CODE_NOT_VALID, "digits");
            case TOO_MANY -> Outcome.refused(ActivityRefusal.TOO_MANY_TRIES, "digits");
        };
    }
}
