package org.linli.activity.signup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.contracts.activity.SignUpEvent;
import org.linli.contracts.activity.SignUpState;

/**
 * What a move of a sign-up gives: a line of its log, an event for everybody, and places taken or given back.
 *
 * @param fact what happened
 * @param state how the sign-up stands afterwards, nobody named who stands for a minor
 * @param event the fact as others are told, made of that state
 * @param sequence its number among the events of the sign-up, from 1
 * @param places how many more places of the session are taken now; negative if fewer
 * @param by the account that did it; null if a time did
 * @param at when
 */
record SignUpMove(
        SignUpFact fact,
        SignUpState state,
        Function<SignUpState, SignUpEvent> event,
        long sequence,
        int places,
        UUID by,
        Instant at) {

    /** The fact as it is told, also to those who stand for a minor today. */
    SignUpEvent told(List<UUID> guardians) {
        return event.apply(state.guardedBy(guardians));
    }
}
