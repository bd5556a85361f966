package org.linli.activity.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.AgeBand;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.kit.Outcome;

/**
 * What other features know of an activity.
 *
 * @param id the activity
 * @param holder who holds it, and where
 * @param madeBy the account that made it
 * @param status where it stands
 * @param category the kind of service it counts as
 * @param title what it is called
 * @param address where, public
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 * @param risky whether it may endanger a person: minors never take part
 * @param insuredFrom first day of the insurance; null without one
 * @param insuredUntil last day of the insurance; null without one
 * @param ageBands who may take part by age; empty for everybody
 * @param skills codes of skills of which one has all
 * @param teamOnly whether only members of the team may take part
 * @param projectId the project of the library it is held for; null if none
 */
public record ActivityOutline(
        UUID id,
        Holder holder,
        UUID madeBy,
        ActivityStatus status,
        ServiceCategory category,
        String title,
        String address,
        double longitude,
        double latitude,
        boolean risky,
        LocalDate insuredFrom,
        LocalDate insuredUntil,
        List<AgeBand> ageBands,
        List<String> skills,
        boolean teamOnly,
        UUID projectId) {
    public ActivityOutline {
        ageBands = List.copyOf(ageBands);
        skills = List.copyOf(skills);
    }

    /** This, if sessions may be scheduled for it; else why not. */
    public Outcome<ActivityOutline> open() {
        return status == ActivityStatus.PUBLISHED
                ? Outcome.done(this)
                : Outcome.refused(ActivityRefusal.ACTIVITY_NOT_PUBLISHED, null, java.util.Map.of("status", status));
    }

    /** Whether somebody may serve on a day: always, or for something risky while the insurance lasts. */
    public boolean coveredOn(LocalDate day) {
        return !risky || insuredFrom != null && !day.isBefore(insuredFrom) && !day.isAfter(insuredUntil);
    }
}
