package org.linli.activity.project;

import static org.linli.contracts.activity.ProjectStatus.CLOSED;
import static org.linli.contracts.activity.ProjectStatus.DRAFT;
import static org.linli.contracts.activity.ProjectStatus.OPEN;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.activity.ProjectEvent;
import org.linli.contracts.activity.ProjectState;
import org.linli.contracts.activity.ProjectStatus;
import org.linli.kit.Outcome;

/**
 * A project (项目) of the library: draft → open → closed. Whoever looks after its division makes it; organisations claim
 * it while it is open. A refused move changes nothing.
 */
@Entity
@Table(name = "project")
class Project {
    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Column(updatable = false)
    private String division;

    @Embedded
    private ProjectPlan plan;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status;

    @Column(name = "made_by", updatable = false)
    private UUID madeBy;

    @Column(name = "made_at", updatable = false)
    private Instant madeAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Project() {}

    /** A new draft. */
    Project(UUID id, DivisionCode division, ProjectPlan plan, UUID madeBy, Instant madeAt) {
        this.id = id;
        this.division = division.value();
        this.plan = plan;
        this.status = DRAFT;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    /**
     * Changes what it is about: everything of a draft; of an open one not the kind of service, nor below what is
     * granted. Empty if there is nothing to tell.
     *
     * @param granted how many organisations have it
     */
    Outcome<Optional<Told>> change(ProjectPlan changed, long granted) {
        if (status == CLOSED) {
            return refused(ActivityRefusal.PROJECT_NOT_OPEN);
        }
        if (status == OPEN && changed.category() != plan.category()) {
            return Outcome.refused(ActivityRefusal.PROJECT_CATEGORY_FIXED, "category");
        }
        if (changed.claims() < granted) {
            return Outcome.refused(ActivityRefusal.CLAIMS_BELOW_GRANTED, "claims", Map.of("granted", granted));
        }
        plan = changed;
        return status == DRAFT
                ? Outcome.done(Optional.empty())
                : told(ProjectEvent.ProjectChanged::new).map(Optional::of);
    }

    /** Shows it to everybody. */
    Outcome<Told> publish(LocalDate today, Instant now) {
        if (status != DRAFT) {
            return refused(ActivityRefusal.PROJECT_NOT_A_DRAFT);
        }
        if (!plan.claimableOn(today)) {
            return Outcome.refused(ActivityRefusal.PROJECT_CLAIM_TOO_LATE, "claimUntil", until());
        }
        status = OPEN;
        publishedAt = now;
        return told(ProjectEvent.ProjectPublished::new);
    }

    /** Nobody claims it any more, and no activity is drafted for it. Empty if nobody knew of it. */
    Outcome<Optional<Told>> close(Instant now) {
        if (status == CLOSED) {
            return refused(ActivityRefusal.PROJECT_NOT_OPEN);
        }
        boolean known = status == OPEN;
        status = CLOSED;
        endedAt = now;
        return known ? told(ProjectEvent.ProjectClosed::new).map(Optional::of) : Outcome.done(Optional.empty());
    }

    /** This, if it may be claimed on a day. */
    Outcome<Project> claimable(LocalDate today) {
        if (status != OPEN) {
            return refused(ActivityRefusal.PROJECT_NOT_OPEN);
        }
        return plan.claimableOn(today)
                ? Outcome.done(this)
                : Outcome.refused(ActivityRefusal.PROJECT_CLAIM_TOO_LATE, null, until());
    }

    /**
     * This, if one organisation more may have it.
     *
     * @param granted how many have it
     */
    Outcome<Project> withRoom(long granted) {
        if (status != OPEN) {
            return refused(ActivityRefusal.PROJECT_NOT_OPEN);
        }
        return granted < plan.claims()
                ? Outcome.done(this)
                : Outcome.refused(ActivityRefusal.PROJECT_TAKEN, null, Map.of("claims", plan.claims()));
    }

    private Map<String, Object> until() {
        return Map.of("until", plan.claimUntil());
    }

    private <T> Outcome<T> refused(ActivityRefusal refusal) {
        return Outcome.refused(refusal, null, Map.of("status", status));
    }

    private Outcome<Told> told(Function<ProjectState, ProjectEvent> event) {
        sequence++;
        ProjectState state = new ProjectState(id, division, plan.category(), status, plan.claims(), plan.claimUntil());
        return Outcome.done(new Told(event.apply(state), sequence));
    }

    /** Whether it was ever shown to everybody. */
    boolean published() {
        return publishedAt != null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    ProjectPlan plan() {
        return plan;
    }

    ProjectStatus status() {
        return status;
    }

    UUID madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Instant endedAt() {
        return endedAt;
    }
}
