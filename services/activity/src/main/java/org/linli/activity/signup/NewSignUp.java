package org.linli.activity.signup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A sign-up as it is asked for.
 *
 * @param sessionId the session
 * @param volunteerId the minor whom the caller stands for; the caller's own if left out
 * @param guests how many people come along; none if left out
 * @param waitlist whether to wait if all places are taken; yes if left out
 * @param acceptSoftConflicts whether little time between this and something else is all right; no if left out
 */
record NewSignUp(
        @NotNull UUID sessionId,
        UUID volunteerId,
        @Min(0) @Max(100) Integer guests,
        Boolean waitlist,
        Boolean acceptSoftConflicts) {

    Wish wish() {
        return new Wish(
                guests == null ? 0 : guests,
                waitlist == null || waitlist,
                acceptSoftConflicts != null && acceptSoftConflicts);
    }
}
