package org.linli.registration.volunteer;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.DivisionFilter;
import org.linli.registration.PhoneNumber;
import org.linli.registration.Steps;
import org.linli.registration.statistics.CountedVolunteer;
import org.linli.registration.statistics.VolunteerStatistics;

/** Shows volunteers and decides about them. */
@ApplicationScoped
class VolunteerUseCase {
    private static final String REVELATION = "volunteer-revelation";

    private final VolunteerRepository volunteers;
    private final DivisionFilter divisions;
    private final PersonSeal seal;
    private final Audit audit;
    private final Outbox outbox;
    private final VolunteerStatistics statistics;
    private final LinliClock clock;

    @Inject
    VolunteerUseCase(
            VolunteerRepository volunteers,
            DivisionFilter divisions,
            PersonSeal seal,
            Audit audit,
            Outbox outbox,
            VolunteerStatistics statistics,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.divisions = divisions;
        this.seal = seal;
        this.audit = audit;
        this.outbox = outbox;
        this.statistics = statistics;
        this.clock = clock;
    }

    @WithSession
    Uni<Outcome<VolunteerView>> get(Caller caller, UUID id) {
        return volunteers
                .findById(id)
                .map(found -> VolunteerAccess.see(caller, found).map(this::view));
    }

    /** Volunteers within the caller's scope. */
    @WithSession
    Uni<Outcome<Page<VolunteerView>>> list(Caller caller, VolunteerQuery query, Paging paging) {
        if (!caller.holdsAnywhere(VolunteerAccess.readers())) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.FORBIDDEN));
        }
        return divisions
                .prefixOf(query.division())
                .map(prefix -> prefix.then(known -> search(caller, query, known)))
                .chain(search -> Steps.then(
                        search,
                        decided -> volunteers
                                .search(decided, paging.afterId(), paging.limit())
                                .map(rows -> Outcome.done(Page.of(
                                        rows, paging.limit(), row -> row.id().toString(), this::view)))));
    }

    /** Verifies, rejects, suspends, reinstates or withdraws. */
    @WithTransaction
    Uni<Outcome<VolunteerView>> move(Caller caller, UUID id, VolunteerMove move, String reason, String ifMatch) {
        return volunteers.lock(id).chain(found -> {
            CountedVolunteer before = found == null ? null : found.counted();
            Outcome<RegistrationEvent> decided = VolunteerAccess.decide(caller, found, move)
                    .then(volunteer -> IfMatch.check(ifMatch, volunteer.version(), volunteer))
                    .then(volunteer -> volunteer.move(move, reason, ageBand(volunteer), clock.now()));
            return Steps.then(
                    decided,
                    event -> record(caller, found, move, reason, event)
                            .call(recorded -> statistics.changed(before, found.counted())));
        });
    }

    /** The personal fields in full; the reading itself is put on record. */
    @WithTransaction
    Uni<Outcome<RevealedVolunteer>> reveal(Caller caller, UUID id, String reason) {
        return volunteers
                .findById(id)
                .map(found -> VolunteerAccess.reveal(caller, found))
                .chain(allowed -> Steps.then(
                        allowed,
                        volunteer -> audit.record(caller, REVELATION, volunteer.id(), volunteer.division(), reason)
                                .map(recorded -> Outcome.done(RevealedVolunteer.of(
                                        volunteer.id(), seal.open(volunteer.id(), volunteer.person()))))));
    }

    /** Who read the personal fields in full, newest first. */
    @WithSession
    Uni<Outcome<Page<Audit.Entry>>> revelations(Caller caller, UUID id, Paging paging) {
        return volunteers
                .findById(id)
                .map(found -> VolunteerAccess.see(caller, found))
                .chain(allowed -> Steps.then(
                        allowed, volunteer -> audit.page(REVELATION, id, paging).map(Outcome::done)));
    }

    private Uni<Outcome<VolunteerView>> record(
            Caller caller, Volunteer volunteer, VolunteerMove move, String reason, RegistrationEvent event) {
        Fact fact = Fact.of(volunteer.id(), volunteer.sequence(), volunteer.division(), event);
        return volunteers
                .flush()
                .chain(() -> audit.record(caller, move.action(), volunteer.id(), volunteer.division(), reason))
                .chain(() -> outbox.add(fact))
                .map(stored -> Outcome.done(view(volunteer)));
    }

    private Outcome<VolunteerRepository.Search> search(Caller caller, VolunteerQuery query, String prefix) {
        Outcome<String> name = query.name() == null ? Outcome.done(null) : Person.name(query.name(), "name");
        Outcome<PhoneNumber> phone =
                query.phone() == null ? Outcome.done(null) : PhoneNumber.read(query.phone(), "phone");
        List<String> scopes = caller.scopes(VolunteerAccess.readers());
        return name.then(whole -> phone.map(number -> new VolunteerRepository.Search(
                scopes,
                prefix,
                query.status(),
                whole == null ? null : seal.nameIndex(whole),
                number == null ? null : seal.phoneIndex(number),
                query.number())));
    }

    private VolunteerView view(Volunteer volunteer) {
        Person person = seal.open(volunteer.id(), volunteer.person());
        return volunteer.view(person, AgeBand.of(person.birthDate(), clock.today()));
    }

    private AgeBand ageBand(Volunteer volunteer) {
        return AgeBand.of(seal.birthDate(volunteer.id(), volunteer.person()), clock.today());
    }
}
