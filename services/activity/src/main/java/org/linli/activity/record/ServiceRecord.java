package org.linli.activity.record;

import static org.linli.contracts.activity.ServiceRecordState.RecordStatus.CONFIRMED;
import static org.linli.contracts.activity.ServiceRecordState.RecordStatus.PROPOSED;
import static org.linli.contracts.activity.ServiceRecordState.RecordStatus.REFUSED;
import static org.linli.contracts.activity.ServiceRecordState.RecordStatus.REPLACED;

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
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.Outcome;

/**
 * An entry of service (志愿服务记录, Order 67 art. 7): proposed, then confirmed (it counts) or refused. What an entry says
 * never changes; a correction is a new entry that takes its place. All entries of one chain share the id of the first,
 * which is the subject of their events, and count their events together.
 */
@Entity
@Table(name = "service_record")
class ServiceRecord {
    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Column(name = "root_id", updatable = false)
    private UUID rootId;

    @Column(name = "corrects_record_id", updatable = false)
    private UUID correctsRecordId;

    @Embedded
    private Origin origin;

    @Embedded
    private Entry entry;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Provenance provenance;

    @Column(updatable = false)
    private int minutes;

    @Column(name = "proven_minutes", updatable = false)
    private int provenMinutes;

    @Column(name = "service_date", updatable = false)
    private LocalDate serviceDate;

    @Enumerated(EnumType.STRING)
    private RecordStatus status;

    @Column(name = "approved_by")
    private UUID approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "objected_at")
    private Instant objectedAt;

    protected ServiceRecord() {}

    private ServiceRecord(UUID id, Origin origin, Provenance provenance, Entry entry) {
        this.id = id;
        this.rootId = id;
        this.origin = origin;
        this.provenance = provenance;
        this.entry = entry;
        this.status = PROPOSED;
    }

    /** Proposes hours with a begin and an end; they do not count yet. {@link #proposed} tells of it. */
    static ServiceRecord propose(UUID id, Origin origin, Provenance provenance, Entry entry) {
        ServiceRecord proposal = new ServiceRecord(id, origin, provenance, entry);
        proposal.minutes = ServiceTime.wholeMinutes(origin.startedAt(), origin.endedAt());
        proposal.provenMinutes = proposal.minutes;
        proposal.serviceDate = ServiceTime.dayOf(origin.startedAt());
        return proposal;
    }

    /** Tells that it was proposed; once, after it was made. The reason is null unless it was entered by hand. */
    RecordMove proposed(String why) {
        return move(RecordFact.PROPOSED, entry.by(), entry.at(), why, ActivityEvent.ServiceRecordProposed::new);
    }

    /** A second person, not the one who entered it, stands in for a manual entry (domain rules 11.2). */
    Outcome<RecordMove> approve(Decider by) {
        if (status != PROPOSED) {
            return refused(ActivityRefusal.RECORD_NOT_PROPOSED);
        }
        if (provenance != Provenance.MANUAL || approvedBy != null) {
            return refused(ActivityRefusal.APPROVAL_NOT_NEEDED);
        }
        if (by.accountId().equals(entry.by())) {
            return refused(ActivityRefusal.SECOND_APPROVER_NEEDED);
        }
        approvedBy = by.accountId();
        approvedAt = by.now();
        return Outcome.done(RecordMove.silent(line(RecordFact.APPROVED, by.accountId(), by.now(), null)));
    }

    /** The hours count from now on, if the day has room for them. */
    Outcome<RecordMove> confirm(Decider by, DayBook day, DayGates gates) {
        if (status != PROPOSED) {
            return refused(ActivityRefusal.RECORD_NOT_PROPOSED);
        }
        if (provenance == Provenance.MANUAL && approvedBy == null) {
            return refused(ActivityRefusal.APPROVAL_MISSING);
        }
        return day.admit(minutes, gates, by.authority()).map(total -> {
            decide(CONFIRMED, by);
            return move(
                    RecordFact.CONFIRMED, by.accountId(), by.now(), null, ActivityEvent.ServiceRecordConfirmed::new);
        });
    }

    /** The hours do not count. */
    Outcome<RecordMove> refuse(Decider by, String why) {
        if (status != PROPOSED) {
            return refused(ActivityRefusal.RECORD_NOT_PROPOSED);
        }
        decide(REFUSED, by);
        return Outcome.done(
                move(RecordFact.REFUSED, by.accountId(), by.now(), why, ActivityEvent.ServiceRecordRefused::new));
    }

    /** The volunteer says that what was decided is wrong (Order 67, art. 13). */
    Outcome<RecordMove> object(UUID account, String why, Instant now) {
        if (status != CONFIRMED && status != REFUSED) {
            return refused(ActivityRefusal.RECORD_NOT_DECIDED);
        }
        if (objectedAt != null) {
            return refused(ActivityRefusal.OBJECTION_OPEN);
        }
        objectedAt = now;
        return Outcome.done(move(RecordFact.OBJECTED, account, now, why, ActivityEvent.ServiceRecordObjected::new));
    }

    /** Whether there is an objection to decide. */
    Outcome<ServiceRecord> withObjection() {
        return objectedAt == null ? refused(ActivityRefusal.NO_OBJECTION) : Outcome.done(this);
    }

    /** The objection changes nothing. */
    Outcome<RecordMove> uphold(Decider by, String why) {
        return withObjection().map(itself -> {
            objectedAt = null;
            return move(RecordFact.UPHELD, by.accountId(), by.now(), why, ActivityEvent.ServiceRecordUpheld::new);
        });
    }

    /**
     * A new entry takes the place of this one: of a counted one, or of a refused one that was objected to. More time
     * than was recorded moves the end, so that the new entry covers what it claims; less time had breaks. More time is
     * a claim, like hours entered by hand (product A05): see {@link #adds}.
     */
    Outcome<Correction> correct(Right right, Decider by, DayBook day, DayGates gates) {
        if (status != CONFIRMED && (status != REFUSED || objectedAt == null)) {
            return refused(ActivityRefusal.RECORD_NOT_CORRECTABLE);
        }
        return allowed(right, by).then(allowed -> {
            Instant end = origin.endFor(right.minutes());
            if (end != null && end.isAfter(by.now())) {
                return Outcome.refused(ActivityRefusal.RECORD_TIMES_INVALID, "minutes");
            }
            return day.admit(right.minutes(), gates, by.authority()).map(total -> replace(right, end, by));
        });
    }

    /** Whether so many minutes are more than this entry has proof or a second approver for. */
    boolean adds(int right) {
        return right > (provenance == Provenance.MANUAL && approvedBy == null ? 0 : minutes);
    }

    /** A claim needs the district's administrator, who is the second person, and evidence of its own. */
    private Outcome<Right> allowed(Right right, Decider by) {
        if (!adds(right.minutes())) {
            return Outcome.done(right);
        }
        if (!by.authority().reaches(Authority.DISTRICT)) {
            return Outcome.refused(ActivityRefusal.ADDED_NEEDS_ADMINISTRATOR, "minutes");
        }
        if (right.parties().contains(by.accountId())) {
            return Outcome.refused(ActivityRefusal.SECOND_APPROVER_NEEDED);
        }
        return right.evidence() == null
                ? Outcome.refused(ActivityRefusal.EVIDENCE_MISSING, "evidence")
                : Outcome.done(right);
    }

    private Correction replace(Right right, Instant end, Decider by) {
        boolean adds = adds(right.minutes());
        int before = status == CONFIRMED ? minutes : 0;
        Entry proof = adds ? entry.provenBy(right.evidence()) : entry;
        ServiceRecord next = new ServiceRecord(right.entryId(), origin.until(end), provenance, proof.corrected(by));
        next.rootId = rootId;
        next.correctsRecordId = id;
        next.minutes = right.minutes();
        next.provenMinutes = provenMinutes;
        next.serviceDate = serviceDate;
        next.sequence = sequence;
        next.approvedBy = adds ? by.accountId() : approvedBy;
        next.approvedAt = adds ? by.now() : approvedAt;
        next.decide(CONFIRMED, by);
        status = REPLACED;
        objectedAt = null;
        RecordMove.Line left = line(RecordFact.REPLACED, by.accountId(), by.now(), right.why());
        RecordMove told = next.move(
                RecordFact.CORRECTED,
                by.accountId(),
                by.now(),
                right.why(),
                state -> new ActivityEvent.ServiceRecordCorrected(state, before));
        return new Correction(next, left, told);
    }

    private void decide(RecordStatus decision, Decider by) {
        status = decision;
        decidedBy = by.accountId();
        decidedAt = by.now();
    }

    private RecordMove move(
            RecordFact fact, UUID by, Instant now, String why, Function<ServiceRecordState, ActivityEvent> event) {
        sequence++;
        return new RecordMove(line(fact, by, now, why), event.apply(state()), sequence);
    }

    private RecordMove.Line line(RecordFact fact, UUID by, Instant now, String why) {
        return new RecordMove.Line(id, rootId, fact, minutes, by, now, why);
    }

    private <T> Outcome<T> refused(ActivityRefusal refusal) {
        return Outcome.refused(refusal, null, Map.of("status", status));
    }

    ServiceRecordState state() {
        return new ServiceRecordState(
                id,
                origin.volunteerId(),
                origin.requestId(),
                origin.sessionId(),
                origin.teamId(),
                origin.stationId(),
                origin.division(),
                origin.category(),
                provenance,
                status,
                minutes,
                serviceDate,
                origin.startedAt(),
                origin.endedAt(),
                entry.earnsPoints(),
                pointsMinutes(),
                correctsRecordId,
                origin.activityId(),
                origin.projectId());
    }

    /** What a correction added beyond what was proven when the service was proposed earns nothing. */
    private int pointsMinutes() {
        return entry.earnsPoints() ? Math.min(minutes, provenMinutes) : 0;
    }

    /** Whether these are the hours of this volunteer. */
    boolean isOf(UUID volunteer) {
        return origin.volunteerId().equals(volunteer);
    }

    DivisionCode division() {
        return new DivisionCode(origin.division());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID rootId() {
        return rootId;
    }

    Origin origin() {
        return origin;
    }

    Entry entry() {
        return entry;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    int minutes() {
        return minutes;
    }

    RecordStatus status() {
        return status;
    }

    UUID approvedBy() {
        return approvedBy;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Instant objectedAt() {
        return objectedAt;
    }
}
