package org.linli.activity.record;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.Steps;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.TeamCopy;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Enters hours by hand. They need evidence, a second approver and a confirmation before they count. */
@ApplicationScoped
class EnterUseCase {
    private final Copies copies;
    private final RecordLog log;
    private final RecordTexts texts;
    private final RecordViews views;
    private final LinliClock clock;
    private final ActivityConfiguration.ServiceRecords policy;

    @Inject
    EnterUseCase(
            Copies copies,
            RecordLog log,
            RecordTexts texts,
            RecordViews views,
            LinliClock clock,
            ActivityConfiguration configuration) {
        this.copies = copies;
        this.log = log;
        this.texts = texts;
        this.views = views;
        this.clock = clock;
        this.policy = configuration.serviceRecords();
    }

    /** Proposes hours for somebody else. */
    @WithTransaction
    Uni<Outcome<ServiceRecordView>> enter(Caller caller, ManualEntry manual) {
        Instant now = clock.now();
        return known(manual)
                .chain(found ->
                        Steps.then(found.then(team -> allowed(caller, manual, team)), team -> belongs(manual, team)))
                .map(allowed -> allowed.then(manualEntry -> timed(manualEntry, now)))
                .chain(timed -> Steps.keep(timed, entry -> record(caller, entry, now)));
    }

    /** The things it refers to must be known here; gives the team, which may be none. */
    private Uni<Outcome<Organiser>> known(ManualEntry manual) {
        return copies.volunteer(manual.volunteerId())
                .map(volunteer -> Copies.known(volunteer, "volunteerId")
                        .then(known -> known.mayServe()
                                ? Outcome.done(known)
                                : Outcome.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE, "volunteerId")))
                .chain(volunteer -> Steps.then(volunteer, active -> station(manual)))
                .chain(station -> Steps.then(station, found -> team(manual)));
    }

    private Uni<Outcome<ManualEntry>> station(ManualEntry manual) {
        return copies.station(manual.stationId())
                .map(station -> manual.stationId() != null && station == null
                        ? Outcome.refused(KitRefusal.NOT_KNOWN_YET, "stationId")
                        : station != null && !station.serves(manual.division())
                                ? Outcome.refused(ActivityRefusal.STATION_DOES_NOT_SERVE, "stationId")
                                : Outcome.done(manual));
    }

    private Uni<Outcome<Organiser>> team(ManualEntry manual) {
        return copies.team(manual.teamId())
                .map(team -> manual.teamId() != null && team == null
                        ? Outcome.refused(KitRefusal.NOT_KNOWN_YET, "teamId")
                        : Outcome.done(new Organiser(team)));
    }

    /** The organising team, if it was one. */
    private record Organiser(TeamCopy team) {
        /** Leaders enter hours inside the area of their team only. */
        boolean ledBy(Caller caller, ManualEntry manual) {
            return team != null
                    && team.isLedBy(caller.volunteerId())
                    && manual.division().isWithin(team.divisionPrefix());
        }
    }

    private static Outcome<Organiser> allowed(Caller caller, ManualEntry manual, Organiser organiser) {
        if (manual.volunteerId().equals(caller.volunteerId())) {
            return Outcome.refused(ActivityRefusal.NOT_FOR_ONESELF, "volunteerId");
        }
        boolean coordinates = caller.holdsForStation(
                manual.stationId(),
                manual.division(),
                Role.STATION_COORDINATOR,
                Role.DISTRICT_ADMINISTRATOR,
                Role.PLATFORM_OPERATOR);
        return coordinates || organiser.ledBy(caller, manual)
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

    private Uni<ServiceRecordView> record(Caller caller, ManualEntry manual, Instant now) {
        UUID id = Ids.next();
        Origin origin = new Origin(
                manual.volunteerId(),
                null,
                null,
                manual.teamId(),
                manual.stationId(),
                manual.division().value(),
                manual.category(),
                manual.startedAt(),
                manual.endedAt(),
                texts.sealContent(id, manual.content()));
        Entry entry = new Entry(
                caller.accountId(),
                now,
                WorkingDays.after(ServiceTime.dayOf(now), policy.decideWithinWorkingDays()),
                policy.manualEarnsPoints(),
                texts.sealEvidence(id, manual.evidence()));
        ServiceRecord proposal = ServiceRecord.propose(id, origin, Provenance.MANUAL, entry);
        return log.begin(proposal, proposal.proposed(manual.reason())).map(views::one);
    }
}
