package org.linli.registration.volunteer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.division.Divisions;
import org.linli.registration.statistics.CountedVolunteer;
import org.linli.registration.statistics.VolunteerStatistics;

/** Somebody registers as a volunteer with their own sign-in. */
@ApplicationScoped
class RegisterVolunteerUseCase {
    private final VolunteerRepository volunteers;
    private final Divisions divisions;
    private final PersonSeal seal;
    private final Outbox outbox;
    private final LinliClock clock;
    private final AgeLimits ages;
    private final VolunteerStatistics statistics;
    private final Ageing ageing;
    private final ErasedRecently erased;
    private final SecureRandom random = new SecureRandom();

    @Inject
    RegisterVolunteerUseCase(
            VolunteerRepository volunteers,
            Divisions divisions,
            PersonSeal seal,
            Outbox outbox,
            LinliClock clock,
            AgeLimits ages,
            VolunteerStatistics statistics,
            Ageing ageing,
            ErasedRecently erased) {
        this.volunteers = volunteers;
        this.divisions = divisions;
        this.seal = seal;
        this.outbox = outbox;
        this.clock = clock;
        this.ages = ages;
        this.statistics = statistics;
        this.ageing = ageing;
        this.erased = erased;
    }

    /** Registers the caller, for the first time or again after a rejection or a withdrawal. */
    @WithTransaction
    Uni<Outcome<VolunteerView>> register(Caller caller, RegistrationForm form) {
        Outcome<Person> person = Person.read(form, clock.today()).then(read -> ages.mayRegister(read, clock.today()));
        return Steps.then(
                person,
                read -> divisions
                        .community(form.homeDivision(), "homeDivision")
                        .chain(home -> Steps.then(home, known -> enter(caller.accountId(), read, known.code(), form))));
    }

    private Uni<Outcome<VolunteerView>> enter(UUID accountId, Person person, DivisionCode home, RegistrationForm form) {
        byte[] document = seal.documentIndex(person.document());
        return volunteers
                .serialize(accountId, document)
                .chain(() -> erased.was(accountId))
                .chain(recently -> recently
                        ? Steps.refused(RegistrationRefusal.ERASED_RECENTLY)
                        : enter(accountId, person, home, form, document));
    }

    private Uni<Outcome<VolunteerView>> enter(
            UUID accountId, Person person, DivisionCode home, RegistrationForm form, byte[] document) {
        return volunteers.lockOfAccount(accountId).chain(before -> {
            CountedVolunteer counted = before == null ? null : before.counted();
            return volunteers
                    .isTaken(document, accountId)
                    .map(taken -> decide(accountId, before, taken, person, home, form))
                    .chain(decided -> Steps.then(
                            decided,
                            volunteer -> record(volunteer, person)
                                    .call(recorded -> statistics.changed(counted, volunteer.counted()))));
        });
    }

    private Outcome<Volunteer> decide(
            UUID accountId, Volunteer before, boolean taken, Person person, DivisionCode home, RegistrationForm form) {
        UUID id = before == null ? Ids.next() : before.id();
        if (before == null && taken) {
            return Outcome.refused(RegistrationRefusal.ALREADY_REGISTERED, "documentNumber");
        }
        Volunteer.Application application = new Volunteer.Application(
                seal.seal(id, person), home, form.skills(), form.categories(), form.identities());
        if (before == null) {
            String number = VolunteerNumber.next(home, random);
            return Outcome.done(Volunteer.register(id, accountId, number, application, clock.now()));
        }
        return before.registerAgain(application, taken, clock.now());
    }

    private Uni<Outcome<VolunteerView>> record(Volunteer volunteer, Person person) {
        AgeBand ageBand = AgeBand.of(person.birthDate(), clock.today());
        return volunteers
                .persistAndFlush(volunteer)
                .chain(stored -> outbox.add(Fact.of(
                        volunteer.id(), volunteer.sequence(), volunteer.division(), volunteer.registered(ageBand))))
                .chain(() -> ageing.watch(volunteer.id(), person.birthDate()))
                .map(watched -> Outcome.done(volunteer.view(person, ageBand)));
    }
}
