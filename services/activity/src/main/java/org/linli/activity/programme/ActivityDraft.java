package org.linli.activity.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.DivisionCode;
import org.linli.kit.Outcome;

/**
 * An activity that somebody prepares.
 *
 * @param division the community where it takes place
 * @param teamId the team that holds it; left out if a station or the community does
 * @param stationId the station that holds it; may be left out
 * @param plan what is to be done; left out if a template says it
 * @param templateId the template that says what is to be done; left out if the plan does
 * @param projectId the project of the library it is held for, which the team or station has; may be left out
 */
record ActivityDraft(
        @NotNull DivisionCode division,
        UUID teamId,
        UUID stationId,
        @Valid Planned plan,
        UUID templateId,
        UUID projectId) {
    /** Refused unless exactly one of plan and template is there. */
    Outcome<ActivityDraft> planned() {
        return (plan == null) == (templateId == null)
                ? Outcome.refused(ActivityRefusal.PLAN_OR_TEMPLATE, "plan")
                : Outcome.done(this);
    }

    Holder holder() {
        return new Holder(division.value(), teamId, stationId);
    }
}
