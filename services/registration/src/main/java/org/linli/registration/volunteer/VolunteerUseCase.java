package org.linli.registration.volunteer;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.registration.DivisionFilter;
import org.linli.registration.PhoneNumber;
import org.linli.registration.Responsible;
import org.linli.registration.station.StationLookup;
import org.linli.registration.statistics.CountedVolunteer;
import org.linli.registration.statistics.VolunteerStatistics;

/** Shows volunteers and decides about them. */
@ApplicationScoped
class VolunteerUseCase {
    private static final String REVELATION = "volunteer-revelation";

    private final VolunteerRepository volunteers;
    private final DivisionFilter divisions;
    private final StationLookup stations;
    private final PersonSeal seal;
    private final GuardianConsents consents;
    private final AgeLimits ages;
    private final DueWork dueWork;
    private final Audit audit;
    private final Outbox outbox;
    private final VolunteerStatistics statistics;
    private final LinliClock clock;

    @Inject
    VolunteerUseCase(
            VolunteerRepository volunteers,
            DivisionFilter divisions,
            StationLookup stations,
            PersonSeal seal,
            GuardianConsents consents,
            AgeLimits ages,
            DueWork dueWork,
            Audit audit,
            Outbox outbox,
            VolunteerStatistics statistics,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.divisions = divisions;
        this.stations = stations;
        this.seal = seal;
        this.consents = consents;
        this.ages = ages;
        this.dueWork = dueWork;
        this.audit = audit;
        this.outbox = outbox;
        this.statistics = statistics;
        this.clock = clock;
    }

    @WithSession
    Uni<Outcome<VolunteerView>> get(Caller caller, UUID id) {
        return sight(caller)
                .chain(sight -> volunteers
                        .findById(id)
                        .map(found -> VolunteerAccess.see(sight, found).map(this::view)));
    }

    /** Volunteers within the caller's scope. */
    @WithSession
    Uni<Outcome<Page<VolunteerView>>> list(Caller caller, VolunteerSearch wanted, Paging paging) {
        if (!caller.holdsAnywhere(Responsible.readers())) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.FORBIDDEN));
        }
        return sight(caller)
                .chain(sight -> divisions
                        .prefixOf(wanted.division())
                        .map(prefix -> prefix.then(known -> search(sight, wanted, known))))
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
        return sight(caller)
                .chain(sight -> volunteers.lock(id).chain(found -> {
                    CountedVolunteer before = found == null ? null : found.counted();
                    Outcome<Volunteer> allowed = VolunteerAccess.decide(sight, found, move)
                            .then(volunteer -> IfMatch.check(ifMatch, volunteer.version(), volunteer));
                    return Steps.then(allowed, volunteer -> decide(volunteer, move, reason))
                            .chain(decided -> Steps.then(
                                    decided,
                                    event -> record(caller, found, move, reason, event)
                                            .call(recorded -> statistics.changed(before, found.counted()))));
                }));
    }

    /** Nobody below 18 begins to serve without what their guardians must say. */
    private Uni<Outcome<RegistrationEvent>> decide(Volunteer volunteer, VolunteerMove move, String reason) {
        AgeBand ageBand = ageBand(volunteer);
        Uni<Outcome<Volunteer>> fit = move.leadsIntoService() && !ageBand.adult()
                ? consents.of(volunteer.id()).map(consent -> ages.mayServe(volunteer, ageBand, consent))
                : Steps.decided(Outcome.done(volunteer));
        return fit.map(able -> able.then(one -> one.move(move, reason, ageBand, clock.now())));
    }

    /** The minors for whom the caller stands, masked. */
    @WithSession
    Uni<Outcome<Page<VolunteerView>>> wards(Caller caller, Paging paging) {
        return consents.wardsOf(caller.accountId())
                .chain(wards -> volunteers.page(wards, paging.afterId(), paging.limit()))
                .map(rows -> Outcome.done(
                        Page.of(rows, paging.limit(), row -> row.id().toString(), this::view)));
    }

    /** The personal fields in full; the reading itself is put on record. */
    @WithTransaction
    Uni<Outcome<RevealedVolunteer>> reveal(Caller caller, UUID id, String reason) {
        return sight(caller)
                .chain(sight -> volunteers.findById(id).map(found -> VolunteerAccess.reveal(sight, found)))
                .chain(allowed -> Steps.then(
                        allowed,
                        volunteer -> audit.record(caller, REVELATION, volunteer.id(), volunteer.division(), reason)
                                .map(recorded -> Outcome.done(RevealedVolunteer.of(
                                        volunteer.id(), seal.open(volunteer.id(), volunteer.person()))))));
    }

    /** Who read the personal fields in full, newest first. */
    @WithSession
    Uni<Outcome<Page<Audit.Entry>>> revelations(Caller caller, UUID id, Paging paging) {
        return sight(caller)
                .chain(sight -> volunteers.findById(id).map(found -> VolunteerAccess.see(sight, found)))
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
                .chain(() -> move == VolunteerMove.WITHDRAWAL
                        ? dueWork.schedule(Departure.KIND, volunteer.id(), clock.now())
                        : Uni.createFrom().voidItem())
                .map(stored -> Outcome.done(view(volunteer)));
    }

    private Outcome<VolunteerRepository.Search> search(Sight sight, VolunteerSearch wanted, String prefix) {
        Outcome<String> name = wanted.name() == null ? Outcome.done(null) : Person.name(wanted.name(), "name");
        Outcome<PhoneNumber> phone =
                wanted.phone() == null ? Outcome.done(null) : PhoneNumber.read(wanted.phone(), "phone");
        return name.then(whole -> phone.map(number -> new VolunteerRepository.Search(
                sight.scopes(),
                prefix,
                wanted.status(),
                whole == null ? null : seal.nameIndex(whole),
                number == null ? null : seal.phoneIndex(number),
                wanted.number())));
    }

    private Uni<Sight> sight(Caller caller) {
        return stations.coverage(caller.stations(Responsible.readers()))
                .chain(covered -> consents.wardsOf(caller.accountId()).map(wards -> new Sight(caller, covered, wards)));
    }

    private VolunteerView view(Volunteer volunteer) {
        Person person = seal.open(volunteer.id(), volunteer.person());
        return volunteer.view(person, AgeBand.of(person.birthDate(), clock.today()));
    }

    private AgeBand ageBand(Volunteer volunteer) {
        return AgeBand.of(seal.birthDate(volunteer.id(), volunteer.person()), clock.today());
    }
}
