package org.linli.registration.division;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.Responsible;

/** What can be done with divisions, one at a time. */
@ApplicationScoped
class DivisionUseCase {
    private final DivisionRepository divisions;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    DivisionUseCase(DivisionRepository divisions, Outbox outbox, LinliClock clock) {
        this.divisions = divisions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithSession
    Uni<Outcome<DivisionView>> get(String code) {
        return found(code).map(outcome -> outcome.map(Division::view));
    }

    @WithSession
    Uni<Outcome<Page<DivisionView>>> children(String code, Paging paging) {
        return found(code)
                .chain(parent -> Steps.then(
                        parent,
                        known -> divisions
                                .children(code, paging.afterKey(), paging.limit())
                                .map(rows -> Outcome.done(page(rows, paging)))));
    }

    /** From the province down to the division itself. */
    @WithSession
    Uni<Outcome<List<DivisionView>>> path(String code) {
        return chain(divisions.path(code), all -> all);
    }

    /** The division that stands at the end of the chain of successors. */
    @WithSession
    Uni<Outcome<DivisionView>> current(String code) {
        return chain(divisions.successors(code), List::getLast);
    }

    @WithSession
    Uni<Outcome<Coverage>> covers(String code, String other) {
        return found(code)
                .chain(above -> Steps.then(
                        above, one -> found(other).map(below -> below.map(two -> new Coverage(one.covers(two))))));
    }

    /** Searches by part of the name, level and the division above; refused if that division is unknown. */
    @WithSession
    Uni<Outcome<Page<DivisionView>>> search(DivisionQuery query, Paging paging) {
        Uni<Outcome<String>> prefix = query.below() == null
                ? Uni.createFrom().item(Outcome.done(null))
                : divisions
                        .findById(query.below())
                        .map(above -> above == null
                                ? Outcome.refused(RegistrationRefusal.DIVISION_UNKNOWN, "below")
                                : Outcome.done(above.summary().prefix()));
        return prefix.chain(decided -> Steps.then(
                decided,
                known -> divisions
                        .search(
                                new DivisionRepository.Search(query.name(), query.level(), known),
                                paging.afterKey(),
                                paging.limit())
                        .map(rows -> Outcome.done(page(rows, paging)))));
    }

    /** Adds a grid under a community. */
    @WithTransaction
    Uni<Outcome<DivisionView>> addGrid(Caller caller, String community, DivisionCode code, String name) {
        if (!caller.holds(DivisionCode.of(community), Responsible.coordinators())) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.FORBIDDEN));
        }
        return divisions
                .lock(List.of(community, code.value()))
                .map(rows -> grid(rows, community, code, name))
                .chain(decided -> answer(decided, this::recordNew));
    }

    /** Another division takes the place of this one. */
    @WithTransaction
    Uni<Outcome<DivisionView>> succeed(Caller caller, String code, String successor, LocalDate from) {
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.FORBIDDEN));
        }
        return divisions.lock(List.of(code, successor)).chain(rows -> {
            Division old = in(rows, code);
            Division next = in(rows, successor);
            Outcome<Division> decided = old == null
                    ? Outcome.refused(KitRefusal.NOT_FOUND)
                    : next == null
                            ? Outcome.refused(RegistrationRefusal.DIVISION_UNKNOWN, "successor")
                            : old.succeededBy(next, from).map(event -> old);
            return answer(decided, this::tell);
        });
    }

    private Outcome<Division> grid(List<Division> rows, String community, DivisionCode code, String name) {
        Division above = in(rows, community);
        if (above == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        return above.grid(code, name, clock.today())
                .then(grid -> in(rows, code.value()) == null
                        ? Outcome.done(grid)
                        : Outcome.refused(RegistrationRefusal.DIVISION_EXISTS, "code"));
    }

    private static Uni<Outcome<DivisionView>> answer(
            Outcome<Division> decided, Function<Division, Uni<Void>> recording) {
        return Steps.then(
                decided, division -> recording.apply(division).map(recorded -> Outcome.done(division.view())));
    }

    private Uni<Void> recordNew(Division division) {
        return divisions.persist(division).chain(() -> tell(division));
    }

    private Uni<Void> tell(Division division) {
        return outbox.add(
                DivisionFacts.of(division.code(), division.level(), division.sequence(), division.recorded()));
    }

    private Uni<Outcome<Division>> found(String code) {
        return divisions
                .findById(code)
                .map(division -> division == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(division));
    }

    private static <T> Uni<Outcome<T>> chain(Uni<List<Division>> rows, Function<List<DivisionView>, T> read) {
        return rows.map(found -> found.isEmpty()
                ? Outcome.refused(KitRefusal.NOT_FOUND)
                : Outcome.done(read.apply(found.stream().map(Division::view).toList())));
    }

    private static Division in(List<Division> rows, String code) {
        return rows.stream()
                .filter(row -> row.code().value().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Page<DivisionView> page(List<Division> rows, Paging paging) {
        return Page.of(rows, paging.limit(), row -> row.code().value(), Division::view);
    }
}
