package org.linli.activity.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.kit.Outcome;
import org.linli.kit.http.KitRefusal;

/** Judges whether what somebody shows proves presence at an order or a session. */
@ApplicationScoped
class Proving {
    private final Codes codes;
    private final PresencePolicy policy;

    @Inject
    Proving(Codes codes, PresencePolicy policy) {
        this.codes = codes;
        this.policy = policy;
    }

    /**
     * What was accepted as proven.
     *
     * @param by how
     * @param distanceMetres how far from the place; null if one of both places is not known
     */
    record Proven(PresenceProof by, Integer distanceMetres) {
        Evidence evidence(Shown shown) {
            return new Evidence(
                    shown.caller().accountId(),
                    shown.now(),
                    distanceMetres,
                    shown.proof().accuracyMetres());
        }
    }

    Outcome<Proven> prove(Occasion at, Shown shown) {
        return codes.judge(shown.caller().volunteerId(), at.id(), shown.proof(), shown.now())
                .then(by -> policy.near(at.place(), shown.proof().position()).map(metres -> new Proven(by, metres)));
    }

    static Outcome<Proof> wellFormed(Proof proof) {
        if (!proof.isOneProof()) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, proof.code() == null ? "code" : "digits");
        }
        return proof.isWholePosition()
                ? Outcome.done(proof)
                : Outcome.refused(KitRefusal.INVALID_VALUE, proof.latitude() == null ? "latitude" : "longitude");
    }
}
