package org.linli.activity.record;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.TeamCopy;
import org.linli.activity.copy.VolunteerCopy;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.kit.time.WorkingCalendar;

/** Enters hours by hand. They need evidence, a second approver and a confirmation before they count. */
@ApplicationScoped
class EnterUseCase {
    private final Copies copies;
    private final RecordLog log;
    private final RecordTexts texts;
    private final RecordViews views;
    private final LinliClock clock;
    private final WorkingCalendar calendar;
    private final ActivityConfiguration.ServiceRecords policy;

    @Inject
    EnterUseCase(
            Copies copies,
            RecordLog log,
            RecordTexts texts,
            RecordViews views,
            LinliClock clock,
            WorkingCalendar calendar,
            ActivityConfiguration configuration) {
        this.copies = copies;
        this.log = log;
        this.texts = texts;
        this.views = views;
        this.clock = clock;
        this.calendar = calendar;
        this.policy = configuration.serviceRecords();
    }

    /** Proposes hours for somebody else. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> enter(Caller caller, ManualEntry manual) {
        Instant now = clock.now();
        return known(caller, manual)
                .chain(found ->
                        Steps.then(found.then(team -> allowed(caller, manual, team)), team -> belongs(manual, team)))
                .map(allowed -> allowed.then(manualEntry -> timed(manualEntry, now))
                        .then(possible ->
                                inGoodTime(possible, clock.today(), policy.enterWithinWorkingDays(), calendar)))
                .chain(timed -> Steps.keep(timed, entry -> record(caller, entry, now)));
    }

    /** The things it refers to must be known here; gives the team, which may be none. */
    private Uni<Outcome<Organiser>> known(Caller caller, ManualEntry manual) {
        return copies.division(manual.division())
                .map(division -> Copies.known(division, "division").then(known -> known.communityOn(clock.today())))
                .chain(division -> Steps.then(division, community -> volunteer(manual)))
                .chain(volunteer -> Steps.then(volunteer, active -> station(manual)))
                .chain(station -> Steps.then(station, found -> team(caller, manual)));
    }

    private Uni<Outcome<VolunteerCopy>> volunteer(ManualEntry manual) {
        return copies.volunteer(manual.volunteerId())
                .map(volunteer -> Copies.known(volunteer, "volunteerId")
                        .then(known -> known.mayServe()
                                ? Outcome.done(known)
                                : Outcome.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE, "volunteerId")));
    }

    private Uni<Outcome<ManualEntry>> station(ManualEntry manual) {
        return copies.station(manual.stationId())
                .map(station -> manual.stationId() != null && station == null
                        ? Outcome.refused(KitRefusal.NOT_KNOWN_YET, "stationId")
                        : station != null && !station.serves(manual.division())
                                ? Outcome.refused(ActivityRefusal.STATION_DOES_NOT_SERVE, "stationId")
                                : Outcome.done(manual));
    }

    private Uni<Outcome<Organiser>> team(Caller caller, ManualEntry manual) {
        return copies.team(manual.teamId())
                .chain(team -> manual.teamId() != null && team == null
                        ? Steps.refused(KitRefusal.NOT_KNOWN_YET, "teamId")
                        : copies.serving(caller)
                                .map(serving -> Outcome.done(new Organiser(team, serving.leads(manual.teamId())))));
    }

    /** The organising team, if it was one, and whether the caller leads it now. */
    private record Organiser(TeamCopy team, boolean ledByCaller) {
        /** Leaders enter hours inside the area of their team only. */
        boolean covers(ManualEntry manual) {
            return ledByCaller && manual.division().isWithin(team.divisionPrefix());
        }
    }

    private static Outcome<Organiser> allowed(Caller caller, ManualEntry manual, Organiser organiser) {
        if (manual.volunteerId().equals(caller.volunteerId())) {
            return Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF, "volunteerId");
        }
        boolean coordinates = caller.holdsForStation(manual.stationId(), manual.division(), ActivityRoles.COORDINATORS);
        return coordinates || organiser.covers(manual)
                ? Outcome.done(organiser)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private Uni<Outcome<ManualEntry>> belongs(ManualEntry manual, Organiser organiser) {
        return organiser.team() == null
                ? Steps.decided(Outcome.done(manual))
                : copies.isActiveMember(manual.teamId(), manual.volunteerId())
                        .map(member -> member
                                ? Outcome.done(manual)
                                : Outcome.refused(ActivityRefusal.VOLUNTEER_NOT_OF_TEAM, "volunteerId"));
    }

    static Outcome<ManualEntry> timed(ManualEntry manual, Instant now) {
        Duration length = Duration.between(manual.startedAt(), manual.endedAt());
        boolean possible = length.toMinutes() > 0
                && length.toHours() <= 24
                && !manual.endedAt().isAfter(now);
        if (!possible) {
            return Outcome.refused(ActivityRefusal.RECORD_TIMES_INVALID, "endedAt");
        }
        return Outcome.done(manual);
    }

    /** Service is recorded within so many working days after it ended (Order 67, art. 11); later nobody remembers. */
    static Outcome<ManualEntry> inGoodTime(
            ManualEntry manual, LocalDate today, int workingDays, WorkingCalendar calendar) {
        LocalDate last = calendar.after(ServiceTime.dayOf(manual.endedAt()), workingDays);
        return today.isAfter(last)
                ? Outcome.refused(
                        ActivityRefusal.ENTERED_TOO_LATE, "endedAt", Map.of("days", workingDays, "last", last))
                : Outcome.done(manual);
    }

    private Uni<ServiceRecordView> record(Caller caller, ManualEntry manual, Instant now) {
        UUID id = Ids.next();
        Origin origin = new Origin(
                manual.volunteerId(),
                null,
                null,
                null,
                manual.teamId(),
                manual.stationId(),
                manual.division().value(),
                manual.category(),
                manual.startedAt(),
                manual.endedAt(),
                texts.sealContent(id, manual.content()),
                null,
                null);
        Entry entry = new Entry(
                caller.accountId(),
                now,
                calendar.after(ServiceTime.dayOf(now), policy.decideWithinWorkingDays()),
                policy.manualEarnsPoints(),
                texts.sealEvidence(id, manual.evidence()));
        ServiceRecord proposal = ServiceRecord.propose(id, origin, Provenance.MANUAL, entry);
        return log.begin(proposal, proposal.proposed(manual.reason())).map(views::one);
    }
}
