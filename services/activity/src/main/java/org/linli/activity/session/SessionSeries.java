package org.linli.activity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;
import org.linli.kit.time.WorkingCalendar;

/**
 * A series (系列) of sessions. Its plan never changes: a change from a date on ends it there, and another series follows.
 * Sessions are made ahead of time, date by date, each once.
 */
@Entity
@Table(name = "session_series")
class SessionSeries {
    /** No working day rule moves a date further. */
    static final int LONGEST_SHIFT_DAYS = 31;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "activity_id", updatable = false)
    private UUID activityId;

    @Column(updatable = false)
    private UUID follows;

    @Embedded
    private SeriesPlan plan;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "materialised_until")
    private LocalDate materialisedUntil;

    @Column(name = "calendar_until")
    private LocalDate calendarUntil;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    protected SessionSeries() {}

    /**
     * A new series.
     *
     * @param follows the series that it goes on with; null for an original
     * @param endsOn last date of the rule; null if it is open
     */
    SessionSeries(UUID id, UUID activityId, UUID follows, SeriesPlan plan, LocalDate endsOn, UUID madeBy) {
        this.id = id;
        this.activityId = activityId;
        this.follows = follows;
        this.plan = plan;
        this.endsOn = endsOn;
        this.madeBy = madeBy;
    }

    /** The occurrences not yet looked at, up to a day; from now on they are. */
    List<Occurrence> advance(LocalDate horizon, WorkingCalendar calendar) {
        LocalDate from = materialisedUntil == null ? plan.startsOn() : materialisedUntil.plusDays(1);
        LocalDate until = endsOn != null && endsOn.isBefore(horizon) ? endsOn : horizon;
        if (until.isBefore(from)) {
            return List.of();
        }
        if (materialisedUntil == null) {
            calendarUntil = announced(calendar);
        }
        materialisedUntil = until;
        return plan.recurrence().between(plan.startsOn(), from, until, calendar);
    }

    /**
     * From which date of the rule on its dates were made of a calendar that was provisional then and is official now;
     * empty if nothing of that kind is there.
     */
    Optional<LocalDate> outdatedFrom(WorkingCalendar calendar) {
        return materialisedUntil != null
                        && reachesBeyondItsCalendar()
                        && calendarUntil.isBefore(calendar.officialUntil())
                ? Optional.of(calendarUntil.plusDays(1))
                : Optional.empty();
    }

    /** The occurrences that were looked at from a date of the rule on, as a calendar says them now. */
    List<Occurrence> lookedAt(LocalDate from, WorkingCalendar calendar) {
        return plan.recurrence().between(plan.startsOn(), from, lookedUntil(), calendar);
    }

    /** The last date that was looked at and is still its own: what lies behind its end belongs to what follows it. */
    private LocalDate lookedUntil() {
        return endsOn != null && endsOn.isBefore(materialisedUntil) ? endsOn : materialisedUntil;
    }

    /** From now on its dates are those of this calendar. */
    void follow(WorkingCalendar calendar) {
        if (calendarUntil != null && calendarUntil.isBefore(calendar.officialUntil())) {
            calendarUntil = calendar.officialUntil();
        }
    }

    /** A calendar of which nothing was announced is official to a day that can be stored, long ago. */
    private static LocalDate announced(WorkingCalendar calendar) {
        return calendar.officialUntil().isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : calendar.officialUntil();
    }

    /** Whether an occurrence may still move, because nobody announced yet which days around it are working days. */
    boolean isProvisional(Occurrence date, WorkingCalendar calendar) {
        LocalDate last = date.on().isAfter(date.ofRule()) ? date.on() : date.ofRule();
        return byWorkingDays() && last.isAfter(calendar.officialUntil());
    }

    private boolean byWorkingDays() {
        return plan.workingDays() != WorkingDayRule.IGNORED;
    }

    /** This, if it still goes on at a date of its rule; changes nothing. */
    Outcome<SessionSeries> goingOnAt(LocalDate date) {
        return endsOn != null && endsOn.isBefore(date)
                ? Outcome.refused(ActivityRefusal.SERIES_ENDED, "from", Map.of("until", endsOn))
                : Outcome.done(this);
    }

    /** Ends it before a date of its rule at which it goes on. */
    void endBefore(LocalDate date) {
        endsOn = date.minusDays(1);
    }

    /** Whether there is nothing more to be made of it. */
    boolean exhausted() {
        return endsOn != null && materialisedUntil != null && !materialisedUntil.isBefore(endsOn);
    }

    /** Whether there is nothing more to be made of it, and nothing of it will move. */
    boolean settled() {
        return exhausted() && !reachesBeyondItsCalendar();
    }

    /** Also a date of the rule within its calendar may take place behind its end. */
    private boolean reachesBeyondItsCalendar() {
        return byWorkingDays() && lookedUntil().plusDays(LONGEST_SHIFT_DAYS).isAfter(calendarUntil);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID activityId() {
        return activityId;
    }

    UUID follows() {
        return follows;
    }

    SeriesPlan plan() {
        return plan;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    LocalDate materialisedUntil() {
        return materialisedUntil;
    }
}
