package org.linli.activity.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * A series as it is read.
 *
 * @param id the series
 * @param version travels as ETag
 * @param activityId the activity
 * @param follows the series that this one goes on with
 * @param rule recurrence rule of RFC 5545
 * @param workingDays what becomes of dates that are no working days
 * @param startsOn the first day the rule counts from
 * @param endsOn the last date it may name
 * @param startTime when a session begins, Asia/Shanghai
 * @param minutes how long it lasts
 * @param capacity places of each session
 * @param materialisedUntil up to which date of the rule its sessions are there
 * @param calendarOfficialUntil up to which day it is certain which days are working days; behind it dates may still
 *     turn out to be holidays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeriesView(
        UUID id,
        @JsonIgnore long version,
        UUID activityId,
        UUID follows,
        String rule,
        WorkingDayRule workingDays,
        LocalDate startsOn,
        LocalDate endsOn,
        String startTime,
        int minutes,
        int capacity,
        LocalDate materialisedUntil,
        LocalDate calendarOfficialUntil)
        implements Versioned {

    static SeriesView of(SessionSeries series, LocalDate calendarOfficialUntil) {
        SeriesPlan plan = series.plan();
        return new SeriesView(
                series.id(),
                series.version(),
                series.activityId(),
                series.follows(),
                plan.rule(),
                plan.workingDays(),
                plan.startsOn(),
                series.endsOn(),
                plan.startTime().toString(),
                plan.minutes(),
                plan.capacity(),
                series.materialisedUntil(),
                plan.workingDays() == WorkingDayRule.IGNORED ? null : calendarOfficialUntil);
    }
}
