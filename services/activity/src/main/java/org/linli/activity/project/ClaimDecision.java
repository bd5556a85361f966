package org.linli.activity.project;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;

/**
 * What becomes of a claim.
 *
 * @param granted whether the organisation gets the project
 * @param reason why not: at most 500 characters, encrypted; left out if it does
 */
record ClaimDecision(
        @NotNull Boolean granted, @Size(max = 500) String reason) {

    /** Refused if somebody is declined without a word. */
    Outcome<ClaimDecision> checked() {
        return !granted && (reason == null || reason.isBlank())
                ? Outcome.refused(ActivityRefusal.DECLINING_NEEDS_REASON, "reason")
                : Outcome.done(this);
    }
}
