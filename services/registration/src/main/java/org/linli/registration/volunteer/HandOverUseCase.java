package org.linli.registration.volunteer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationRefusal;

/** A station hands the file of an imported volunteer to the person it belongs to. */
@ApplicationScoped
class HandOverUseCase {
    private static final String HAND_OVER = "volunteer-hand-over";
    private static final Role[] DECIDERS = {
        Role.STATION_COORDINATOR, Role.DISTRICT_ADMINISTRATOR, Role.PLATFORM_OPERATOR
    };

    private final VolunteerRepository volunteers;
    private final PersonSeal seal;
    private final ErasedRecently erased;
    private final Audit audit;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    HandOverUseCase(
            VolunteerRepository volunteers,
            PersonSeal seal,
            ErasedRecently erased,
            Audit audit,
            Outbox outbox,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.seal = seal;
        this.erased = erased;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Links the person's own sign-in; not one's own, and not one that belongs to a volunteer already. A registration
     * that was rejected gives its sign-in up: it is why the person came to the station.
     */
    @WithTransaction
    Uni<Outcome<VolunteerView>> handOver(Caller caller, UUID id, HandOver wanted) {
        return volunteers
                .serialize(wanted.accountId())
                .chain(() -> volunteers.lockOfAccount(wanted.accountId()))
                .chain(other -> volunteers
                        .lock(id)
                        .chain(found -> Steps.then(
                                decide(caller, found, other, wanted),
                                volunteer -> unlessErased(caller, volunteer, other, wanted))));
    }

    /** What is still being cleared of the sign-in must not meet the file. */
    private Uni<Outcome<VolunteerView>> unlessErased(
            Caller caller, Volunteer volunteer, Volunteer other, HandOver wanted) {
        return erased.was(wanted.accountId())
                .chain(recently -> recently
                        ? Steps.refused(RegistrationRefusal.ERASED_RECENTLY, "accountId")
                        : release(other).chain(() -> hand(caller, volunteer, wanted)));
    }

    private static Outcome<Volunteer> decide(Caller caller, Volunteer found, Volunteer other, HandOver wanted) {
        return allowed(caller, found).then(volunteer -> {
            if (volunteer.accountId() != null) {
                return Outcome.refused(RegistrationRefusal.VOLUNTEER_HAS_ACCOUNT);
            }
            if (other != null && other.status() != VolunteerStatus.REJECTED) {
                return Outcome.refused(RegistrationRefusal.ACCOUNT_HAS_VOLUNTEER, "accountId");
            }
            return wanted.accountId().equals(caller.accountId())
                    ? Outcome.refused(RegistrationRefusal.NOT_FOR_ONESELF, "accountId")
                    : Outcome.done(volunteer);
        });
    }

    /** Written before the sign-in is linked anew: it never belongs to two. */
    private Uni<Void> release(Volunteer rejected) {
        if (rejected == null) {
            return Uni.createFrom().voidItem();
        }
        RegistrationEvent event = rejected.giveUpAccount(open(rejected).ageBand());
        return volunteers
                .flush()
                .chain(() -> outbox.add(Fact.of(rejected.id(), rejected.sequence(), rejected.division(), event)));
    }

    private Uni<Outcome<VolunteerView>> hand(Caller caller, Volunteer volunteer, HandOver wanted) {
        return Steps.then(
                volunteer.handTo(wanted.accountId(), open(volunteer).ageBand()),
                event -> record(caller, volunteer, wanted, event));
    }

    /** Whoever may verify a volunteer may say whose file it is. */
    private static Outcome<Volunteer> allowed(Caller caller, Volunteer found) {
        if (found != null && caller.holds(found.division(), DECIDERS)) {
            return Outcome.done(found);
        }
        boolean seen = found != null && caller.holds(found.division(), Role.AUDITOR);
        return Outcome.refused(seen ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
    }

    private Uni<Outcome<VolunteerView>> record(
            Caller caller, Volunteer volunteer, HandOver wanted, RegistrationEvent event) {
        return volunteers
                .flush()
                .chain(() -> audit.record(
                        caller,
                        HAND_OVER,
                        volunteer.id(),
                        volunteer.division(),
                        wanted.reason().strip()))
                .chain(() -> outbox.add(Fact.of(volunteer.id(), volunteer.sequence(), volunteer.division(), event)))
                .map(told -> Outcome.done(open(volunteer)));
    }

    private VolunteerView open(Volunteer volunteer) {
        Person person = seal.open(volunteer.id(), volunteer.person());
        return volunteer.view(person, AgeBand.of(person.birthDate(), clock.today()));
    }
}
