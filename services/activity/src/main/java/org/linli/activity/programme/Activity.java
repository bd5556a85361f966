package org.linli.activity.programme;

import static org.linli.contracts.activity.ActivityStatus.CANCELLED;
import static org.linli.contracts.activity.ActivityStatus.CLOSED;
import static org.linli.contracts.activity.ActivityStatus.DRAFT;
import static org.linli.contracts.activity.ActivityStatus.PUBLISHED;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.ActivityState;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.contracts.activity.ProgrammeEvent;
import org.linli.kit.Outcome;

/**
 * An activity (活动): draft → published → closed or cancelled. A draft is nobody's business but its makers' and tells
 * nothing; from publication on what people decided upon stays as it is. A refused move changes nothing.
 */
@Entity
@Table(name = "activity")
class Activity {
    static final String TABLE = "activity";

    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Embedded
    private Holder holder;

    @Column(name = "project_id", updatable = false)
    private UUID projectId;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Embedded
    private Plan plan;

    private byte[] contact;

    @Embedded
    private Insurance insurance;

    @Enumerated(EnumType.STRING)
    private ActivityStatus status;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private byte[] reason;

    protected Activity() {}

    /**
     * A new draft.
     *
     * @param projectId the project of the library it is held for; null if none
     */
    Activity(UUID id, Holder holder, UUID projectId, UUID madeBy, Instant madeAt, Plan plan, byte[] contact) {
        this.id = id;
        this.holder = holder;
        this.projectId = projectId;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.plan = plan;
        this.contact = contact;
        this.status = DRAFT;
    }

    /**
     * Changes what is planned: everything of a draft, of a published activity only what nobody decided upon. Empty if
     * there is nothing to tell.
     */
    Outcome<Optional<Told>> change(Plan changed, byte[] newContact) {
        return switch (status) {
            case CLOSED, CANCELLED -> refused(ActivityRefusal.ACTIVITY_ENDED);
            case DRAFT -> {
                take(changed, newContact);
                yield Outcome.done(Optional.empty());
            }
            case PUBLISHED -> {
                List<String> fixed = plan.fixedDifferences(changed);
                if (!fixed.isEmpty()) {
                    yield Outcome.refused(ActivityRefusal.ACTIVITY_FIXED, fixed.getFirst(), Map.of("fields", fixed));
                }
                take(changed, newContact);
                yield told(ProgrammeEvent.ActivityChanged::new).map(Optional::of);
            }
        };
    }

    private void take(Plan changed, byte[] newContact) {
        plan = changed;
        contact = newContact;
    }

    /**
     * Attaches or renews the insurance.
     *
     * @param days on which sessions still take place: nobody who signed up for something risky loses the cover
     */
    Outcome<Insurance> insure(Insurance policy, List<LocalDate> days) {
        if (status == CLOSED || status == CANCELLED) {
            return refused(ActivityRefusal.ACTIVITY_ENDED);
        }
        if (!policy.inOrder()) {
            return Outcome.refused(ActivityRefusal.INSURANCE_DATES_INVALID, "validUntil");
        }
        Optional<LocalDate> bare =
                days.stream().filter(day -> plan.risky() && !policy.covers(day)).findFirst();
        if (bare.isPresent()) {
            return Outcome.refused(ActivityRefusal.INSURANCE_DOES_NOT_COVER, "validUntil", Map.of("day", bare.get()));
        }
        insurance = policy;
        return Outcome.done(policy);
    }

    /** Makes it public; something risky only with insurance (志愿服务条例 art. 17) that still lasts. */
    Outcome<Told> publish(Instant now, LocalDate today) {
        if (status != DRAFT) {
            return refused(ActivityRefusal.ACTIVITY_NOT_A_DRAFT);
        }
        if (plan.risky() && (insurance == null || insurance.validUntil().isBefore(today))) {
            return Outcome.refused(ActivityRefusal.INSURANCE_MISSING);
        }
        status = PUBLISHED;
        publishedAt = now;
        return told(ProgrammeEvent.ActivityPublished::new);
    }

    /** Nothing new is scheduled any more. */
    Outcome<Told> close(Instant now) {
        if (status != PUBLISHED) {
            return refused(ActivityRefusal.ACTIVITY_NOT_PUBLISHED);
        }
        status = CLOSED;
        endedAt = now;
        return told(ProgrammeEvent.ActivityClosed::new);
    }

    /** Calls it off. A draft disappears without a word; empty then. */
    Outcome<Optional<Told>> cancel(byte[] because, Instant now) {
        return switch (status) {
            case CLOSED, CANCELLED -> refused(ActivityRefusal.ACTIVITY_ENDED);
            case DRAFT -> {
                end(because, now);
                yield Outcome.done(Optional.empty());
            }
            case PUBLISHED -> {
                end(because, now);
                yield told(ProgrammeEvent.ActivityCancelled::new).map(Optional::of);
            }
        };
    }

    private void end(byte[] because, Instant now) {
        status = CANCELLED;
        endedAt = now;
        reason = because;
    }

    private <T> Outcome<T> refused(ActivityRefusal refusal) {
        return Outcome.refused(refusal, null, Map.of("status", status));
    }

    private Outcome<Told> told(Function<ActivityState, ProgrammeEvent> event) {
        sequence++;
        return Outcome.done(new Told(event.apply(state()), sequence));
    }

    private ActivityState state() {
        return new ActivityState(
                id,
                holder.division(),
                holder.teamId(),
                holder.stationId(),
                madeBy,
                plan.category(),
                plan.categoryCode(),
                status,
                plan.risky(),
                plan.ages(),
                plan.skillsNeeded(),
                plan.teamOnly(),
                projectId);
    }

    /** What other features may know of it. */
    ActivityOutline outline() {
        return new ActivityOutline(
                id,
                holder,
                madeBy,
                status,
                plan.category(),
                plan.title(),
                plan.address(),
                plan.longitude(),
                plan.latitude(),
                plan.risky(),
                insurance == null ? null : insurance.validFrom(),
                insurance == null ? null : insurance.validUntil(),
                plan.ages(),
                plan.skillsNeeded(),
                plan.teamOnly(),
                projectId);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Holder holder() {
        return holder;
    }

    /** The project of the library it is held for; null if none. */
    UUID projectId() {
        return projectId;
    }

    UUID madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    Plan plan() {
        return plan;
    }

    byte[] contact() {
        return contact;
    }

    /** Null without one. */
    Insurance insurance() {
        return insurance;
    }

    ActivityStatus status() {
        return status;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    byte[] reason() {
        return reason;
    }
}
