package org.linli.registration.station;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.DivisionFilter;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.division.Divisions;
import org.linli.registration.division.KnownDivision;

/** Opens stations and shows them. */
@ApplicationScoped
class StationUseCase {
    private final StationRepository stations;
    private final Divisions divisions;
    private final DivisionFilter filter;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    StationUseCase(
            StationRepository stations, Divisions divisions, DivisionFilter filter, Outbox outbox, LinliClock clock) {
        this.stations = stations;
        this.divisions = divisions;
        this.filter = filter;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens a station within the caller's scope. */
    @WithTransaction
    Uni<Outcome<StationView>> open(Caller caller, StationOpening wanted) {
        return divisions
                .inForce(wanted.division(), "division")
                .chain(home -> Steps.then(allow(caller, home), allowed -> opening(allowed, wanted)))
                .chain(opening -> Steps.then(opening, ready -> record(caller, ready)));
    }

    private static Outcome<KnownDivision> allow(Caller caller, Outcome<KnownDivision> division) {
        return division.then(found -> StationRights.opens(caller, found.code())
                ? division
                : Outcome.refused(KitRefusal.FORBIDDEN, "division"));
    }

    private Uni<Outcome<Station.Opening>> opening(KnownDivision home, StationOpening wanted) {
        List<String> codes = wanted.coverage().stream().distinct().toList();
        return divisions
                .known(codes)
                .map(known -> known.size() < codes.size()
                        ? Outcome.<Station.Opening>refused(RegistrationRefusal.DIVISION_UNKNOWN, "coverage")
                        : assemble(home, known, wanted))
                .chain(assembled -> Steps.then(assembled, this::withFreeName));
    }

    private static Outcome<Station.Opening> assemble(
            KnownDivision home, List<KnownDivision> served, StationOpening wanted) {
        Coverage.Area own = area(home);
        return OpeningHours.week(wanted.openingHours())
                .then(week -> Coverage.of(
                                own, served.stream().map(StationUseCase::area).toList())
                        .map(coverage -> new Station.Opening(
                                Ids.next(),
                                wanted.name(),
                                wanted.kind(),
                                own,
                                new Place(wanted.longitude(), wanted.latitude()),
                                week,
                                wanted.serviceMenu(),
                                coverage)));
    }

    private static Coverage.Area area(KnownDivision division) {
        return new Coverage.Area(division.code(), division.level(), division.prefix());
    }

    /** Two openings at once are caught by the constraint behind it, which the resource knows. */
    private Uni<Outcome<Station.Opening>> withFreeName(Station.Opening opening) {
        return stations.isNameTaken(opening.home().code(), opening.name().key())
                .map(taken -> taken
                        ? Outcome.refused(RegistrationRefusal.STATION_NAME_TAKEN, "name")
                        : Outcome.done(opening));
    }

    private Uni<Outcome<StationView>> record(Caller caller, Station.Opening opening) {
        Station station = Station.open(opening, caller.accountId(), clock.now());
        return stations.persist(station)
                .chain(() ->
                        outbox.add(Fact.of(station.id(), station.sequence(), station.division(), station.opened())))
                .map(stored -> Outcome.done(station.view()));
    }

    /** One station; stations are public. */
    @WithSession
    Uni<Outcome<StationView>> get(UUID id) {
        return stations.findById(id)
                .map(station -> station == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(station.view()));
    }

    /** Stations that stand below a division; {@code division} and {@code kind} may be null. */
    @WithSession
    Uni<Outcome<Page<StationView>>> list(String division, StationKind kind, Paging paging) {
        Set<StationKind> kinds = kind == null ? EnumSet.allOf(StationKind.class) : EnumSet.of(kind);
        return filter.prefixOf(division)
                .chain(found -> Steps.then(
                        found,
                        prefix -> stations.page(prefix, kinds, paging.afterId(), paging.limit())
                                .map(rows -> Outcome.done(Page.of(
                                        rows,
                                        paging.limit(),
                                        station -> station.id().toString(),
                                        Station::view)))));
    }
}
