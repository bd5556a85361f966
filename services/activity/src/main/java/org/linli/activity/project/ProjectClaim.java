package org.linli.activity.project;

import static org.linli.contracts.activity.ProjectClaimStatus.ASKED;
import static org.linli.contracts.activity.ProjectClaimStatus.DECLINED;
import static org.linli.contracts.activity.ProjectClaimStatus.ENDED;
import static org.linli.contracts.activity.ProjectClaimStatus.GRANTED;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.ProjectClaimState;
import org.linli.contracts.activity.ProjectClaimStatus;
import org.linli.contracts.activity.ProjectEvent;
import org.linli.kit.Outcome;

/**
 * An organisation's claim to a project (认领): asked → granted or declined; what was asked or granted may end. Moves only
 * with the row of its project locked.
 */
@Entity
@Table(name = "project_claim")
class ProjectClaim {
    static final String TABLE = "project_claim";

    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Column(name = "project_id", updatable = false)
    private UUID projectId;

    /** Who made the project, and is told. */
    @Column(name = "told_to", updatable = false)
    private UUID toldTo;

    @Embedded
    private Organisation organisation;

    @Column(updatable = false)
    private byte[] words;

    @Enumerated(EnumType.STRING)
    private ProjectClaimStatus status;

    @Column(name = "asked_by", updatable = false)
    private UUID askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private byte[] reason;

    protected ProjectClaim() {}

    /**
     * A new claim; {@link #asked} tells of it.
     *
     * @param words what the organisation intends, encrypted for this row
     */
    ProjectClaim(UUID id, Project project, Organisation organisation, byte[] words, UUID askedBy, Instant askedAt) {
        this.id = id;
        this.projectId = project.id();
        this.toldTo = project.madeBy();
        this.organisation = organisation;
        this.words = words;
        this.status = ASKED;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /** Tells that it was made; once. */
    Told asked() {
        return told(ProjectEvent.ClaimAsked::new);
    }

    /** The organisation has the project from now on. */
    Outcome<Told> grant(UUID by, Instant now) {
        return undecided(by).map(itself -> {
            decide(GRANTED, by, now, null);
            return told(ProjectEvent.ClaimGranted::new);
        });
    }

    /** It does not get it. */
    Outcome<Told> decline(UUID by, byte[] why, Instant now) {
        return undecided(by).map(itself -> {
            decide(DECLINED, by, now, why);
            return told(state -> new ProjectEvent.ClaimDeclined(state, false));
        });
    }

    /** Its project is closed: nobody decides any more. */
    Told closed(UUID by, Instant now) {
        decide(DECLINED, by, now, null);
        return told(state -> new ProjectEvent.ClaimDeclined(state, true));
    }

    /**
     * What was granted is given back, or taken back; what was asked is withdrawn.
     *
     * @param by who; whoever asked may withdraw it, whatever else they are
     * @param forOrganisation whether they act for the organisation, and not for those who look after the project
     */
    Outcome<Told> end(UUID by, boolean forOrganisation, byte[] why, Instant now) {
        boolean withdrawn = status == ASKED && (forOrganisation || by.equals(askedBy));
        if (status != GRANTED && !withdrawn) {
            return refused(ActivityRefusal.PROJECT_CLAIM_NOT_GRANTED);
        }
        status = ENDED;
        endedAt = now;
        reason = why;
        return Outcome.done(told(state -> new ProjectEvent.ClaimEnded(state, withdrawn || forOrganisation, withdrawn)));
    }

    private Outcome<ProjectClaim> undecided(UUID by) {
        if (status != ASKED) {
            return refused(ActivityRefusal.PROJECT_CLAIM_DECIDED);
        }
        return by.equals(askedBy) ? Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF) : Outcome.done(this);
    }

    private void decide(ProjectClaimStatus decision, UUID by, Instant now, byte[] why) {
        status = decision;
        decidedBy = by;
        decidedAt = now;
        reason = why;
    }

    private <T> Outcome<T> refused(ActivityRefusal refusal) {
        return Outcome.refused(refusal, null, Map.of("status", status));
    }

    private Told told(Function<ProjectClaimState, ProjectEvent> event) {
        sequence++;
        ProjectClaimState state = new ProjectClaimState(
                id,
                projectId,
                organisation.division(),
                organisation.teamId(),
                organisation.stationId(),
                toldTo,
                status);
        return new Told(event.apply(state), sequence);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID projectId() {
        return projectId;
    }

    Organisation organisation() {
        return organisation;
    }

    byte[] words() {
        return words;
    }

    ProjectClaimStatus status() {
        return status;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    byte[] reason() {
        return reason;
    }
}
