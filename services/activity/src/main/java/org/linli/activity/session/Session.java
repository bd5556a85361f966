package org.linli.activity.session;

import static org.linli.contracts.activity.SessionStatus.CANCELLED;
import static org.linli.contracts.activity.SessionStatus.SCHEDULED;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.programme.ActivityOutline;
import org.linli.contracts.activity.ProgrammeEvent;
import org.linli.contracts.activity.SessionState;
import org.linli.contracts.activity.SessionStatus;
import org.linli.kit.Outcome;

/**
 * A session (场次) of an activity. Its places are taken and given back with the row locked ({@link Sessions#lock}): the
 * number taken never exceeds the capacity, which the database checks too. Its ETag counts what was told of it, not who
 * signed up, so that whoever plans is not disturbed by sign-ups.
 */
@Entity
@Table(name = "activity_session")
public class Session {
    static final String TABLE = "activity_session";

    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Column(name = "activity_id", updatable = false)
    private UUID activityId;

    @Column(name = "series_id")
    private UUID seriesId;

    @Column(name = "series_date")
    private LocalDate seriesDate;

    private boolean apart;

    private boolean provisional;

    @Embedded
    private SessionTime time;

    private int capacity;

    private int taken;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    private byte[] reason;

    protected Session() {}

    /** A new session; {@link #schedule} tells of it. */
    Session(UUID id, UUID activityId, SessionTime time, int capacity) {
        this.id = id;
        this.activityId = activityId;
        this.time = time;
        this.capacity = capacity;
        this.status = SCHEDULED;
    }

    /** The same, as a date of a series. */
    Session of(UUID series, LocalDate dateOfRule) {
        seriesId = series;
        seriesDate = dateOfRule;
        return this;
    }

    /** Says whether its date may still move, because the calendar it was made of was not announced yet. */
    Session dated(boolean mayMove) {
        provisional = mayMove;
        return this;
    }

    /** Tells that it is there; once, after it was made. */
    Told schedule(ActivityOutline activity) {
        return told(new ProgrammeEvent.SessionScheduled(state(activity)));
    }

    /** Other times or another number of places, from a change of its series. */
    Outcome<Told> change(SessionTime newTime, int newCapacity, ActivityOutline activity, Instant now) {
        if (status != SCHEDULED) {
            return Outcome.refused(ActivityRefusal.SESSION_CANCELLED);
        }
        if (begun(now)) {
            return Outcome.refused(ActivityRefusal.SESSION_BEGUN);
        }
        if (newCapacity < taken) {
            return Outcome.refused(ActivityRefusal.CAPACITY_BELOW_TAKEN, "capacity", Map.of("taken", taken));
        }
        SessionTime before = time;
        time = newTime;
        capacity = newCapacity;
        return Outcome.done(
                told(new ProgrammeEvent.SessionChanged(state(activity), before.startsAt(), before.endsAt())));
    }

    /** The same for this date alone: later changes of its series leave it as it is. */
    Outcome<Told> changeAlone(SessionTime newTime, int newCapacity, ActivityOutline activity, Instant now) {
        return change(newTime, newCapacity, activity, now).map(told -> {
            apart = seriesId != null;
            provisional = false;
            return told;
        });
    }

    /** Belongs to the series that follows its own. */
    void follow(UUID series) {
        seriesId = series;
    }

    /** It does not take place. */
    Outcome<Told> cancel(byte[] because, ActivityOutline activity, Instant now) {
        if (status != SCHEDULED) {
            return Outcome.refused(ActivityRefusal.SESSION_CANCELLED);
        }
        if (begun(now)) {
            return Outcome.refused(ActivityRefusal.SESSION_BEGUN);
        }
        status = CANCELLED;
        reason = because;
        return Outcome.done(told(new ProgrammeEvent.SessionCancelled(state(activity))));
    }

    /** Takes places, if there are as many left. Only with the row locked. */
    public boolean take(int places) {
        if (places < 1 || places > left()) {
            return false;
        }
        taken += places;
        return true;
    }

    /** Gives places back. Only with the row locked. */
    public void giveBack(int places) {
        if (places < 1 || places > taken) {
            throw new IllegalArgumentException("more places given back than taken in session " + id);
        }
        taken -= places;
    }

    private Told told(ProgrammeEvent event) {
        sequence++;
        return new Told(event, sequence);
    }

    private SessionState state(ActivityOutline activity) {
        return new SessionState(
                id,
                activityId,
                activity.holder().division(),
                activity.holder().teamId(),
                activity.holder().stationId(),
                activity.category(),
                time.startsAt(),
                time.endsAt(),
                capacity,
                status);
    }

    /** The session. */
    public UUID id() {
        return id;
    }

    /** The activity it belongs to. */
    public UUID activityId() {
        return activityId;
    }

    /** How often it was told of: scheduled, changed, cancelled. Its ETag. */
    public long sequence() {
        return sequence;
    }

    /** The series it comes from; null if it stands alone. */
    public UUID seriesId() {
        return seriesId;
    }

    /** The date that the rule of its series names; null if it stands alone. */
    public LocalDate seriesDate() {
        return seriesDate;
    }

    /** Whether this date was changed alone. */
    boolean apart() {
        return apart;
    }

    /** Whether its date may still move when the calendar is announced. */
    boolean provisional() {
        return provisional;
    }

    /** When. */
    public SessionTime time() {
        return time;
    }

    /** How many places there are. */
    public int capacity() {
        return capacity;
    }

    /** How many of them are taken. */
    public int taken() {
        return taken;
    }

    /** How many are left. */
    public int left() {
        return capacity - taken;
    }

    /** Whether it takes place. */
    public SessionStatus status() {
        return status;
    }

    /** Whether its begin is past. */
    public boolean begun(Instant now) {
        return !now.isBefore(time.startsAt());
    }

    byte[] reason() {
        return reason;
    }
}
