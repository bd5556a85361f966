package org.linli.activity.signup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.http.ProblemReason;
import org.linli.kit.http.Versioned;

/**
 * A sign-up as it is shown. Names are not in it: whoever organises knows volunteers by their ids.
 *
 * @param position 1 for whoever is next on the waitlist; absent for those who do not wait
 * @param offeredUntil until when the offered place is kept
 * @param guests how many people come along
 * @param walkIn whether somebody came without signing up
 * @param handoverTo to whom the place is offered by whoever has it
 * @param inExchangeFor the session whose place is wanted instead
 * @param reason why the organiser struck it off
 * @param appeal why the person was not there
 * @param answer what was answered to that
 * @param warnings what one should know although it was allowed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record SignUpView(
        UUID id,
        @JsonIgnore long version,
        UUID sessionId,
        UUID activityId,
        UUID volunteerId,
        String division,
        UUID teamId,
        SignUpStatus status,
        Integer position,
        Instant offeredUntil,
        int guests,
        boolean walkIn,
        UUID handoverTo,
        UUID inExchangeFor,
        Instant signedUpAt,
        Instant missedAt,
        Instant appealedAt,
        String reason,
        String appeal,
        String answer,
        List<ProblemReason> warnings)
        implements Versioned {
    SignUpView {
        warnings = List.copyOf(warnings);
    }

    /** The same with warnings. */
    SignUpView with(List<ProblemReason> more) {
        return new SignUpView(
                id,
                version,
                sessionId,
                activityId,
                volunteerId,
                division,
                teamId,
                status,
                position,
                offeredUntil,
                guests,
                walkIn,
                handoverTo,
                inExchangeFor,
                signedUpAt,
                missedAt,
                appealedAt,
                reason,
                appeal,
                answer,
                more);
    }
}
