package org.linli.registration.erasure;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.crypto.BlindIndex;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.grant.RoleGrantEnd;
import org.linli.registration.recipient.RecipientLookup;
import org.linli.registration.volunteer.ErasedRecently;
import org.linli.registration.volunteer.GuardianConsents;
import org.linli.registration.volunteer.VolunteerErasure;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Takes demands for erasure and, once they are confirmed, erases. */
@ApplicationScoped
class ErasureUseCase implements ErasedRecently {
    private final ErasureRepository erasures;
    private final VolunteerLookup volunteers;
    private final VolunteerErasure erasing;
    private final GuardianConsents consents;
    private final RecipientLookup recipients;
    private final RoleGrantEnd grants;
    private final BlindIndex index;
    private final Audit audit;
    private final LinliClock clock;
    private final RegistrationConfiguration.Erasure policy;

    @Inject
    ErasureUseCase(
            ErasureRepository erasures,
            VolunteerLookup volunteers,
            VolunteerErasure erasing,
            GuardianConsents consents,
            RecipientLookup recipients,
            RoleGrantEnd grants,
            BlindIndex index,
            Audit audit,
            LinliClock clock,
            RegistrationConfiguration configuration) {
        this.erasures = erasures;
        this.volunteers = volunteers;
        this.erasing = erasing;
        this.consents = consents;
        this.recipients = recipients;
        this.grants = grants;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
        this.policy = configuration.erasure();
    }

    /** The person asks, a guardian for a minor, or an operator on a ground of law. */
    @WithTransaction
    Uni<Outcome<ErasureView>> ask(Caller caller, ErasureDemand demand) {
        UUID id = demand.volunteerId() == null ? caller.volunteerId() : demand.volunteerId();
        if (id == null) {
            return Steps.refused(RegistrationRefusal.NOT_A_VOLUNTEER);
        }
        return volunteers
                .find(id)
                .chain(found -> consents.wardsOf(caller.accountId())
                        .map(wards ->
                                mayAsk(caller, found, wards.contains(id) || id.equals(caller.volunteerId()), demand)))
                .chain(allowed -> Steps.then(allowed, this::withoutObstacle))
                .chain(allowed -> Steps.keep(allowed, volunteer -> record(caller, volunteer, demand)));
    }

    private static Outcome<VolunteerSummary> mayAsk(
            Caller caller, VolunteerSummary volunteer, boolean ofPerson, ErasureDemand demand) {
        boolean operator = caller.holdsAnywhere(Role.PLATFORM_OPERATOR);
        if (volunteer == null || !ofPerson && !operator) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (ofPerson) {
            return demand.ground() == null || demand.ground() == Ground.PERSON
                    ? Outcome.done(volunteer)
                    : Outcome.refused(KitRefusal.INVALID_VALUE, "ground");
        }
        if (demand.ground() == null || demand.ground() == Ground.PERSON) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "ground");
        }
        return demand.reason() == null || demand.reason().isBlank()
                ? Outcome.refused(RegistrationRefusal.REASON_MISSING, "reason")
                : Outcome.done(volunteer);
    }

    /** Somebody who is helped at home is first taken leave of by the station. */
    private Uni<Outcome<VolunteerSummary>> withoutObstacle(VolunteerSummary volunteer) {
        return volunteer.accountId() == null
                ? Steps.decided(Outcome.done(volunteer))
                : recipients
                        .isEnrolled(volunteer.accountId())
                        .map(enrolled -> enrolled
                                ? Outcome.refused(RegistrationRefusal.RECIPIENT_STILL_ENROLLED)
                                : Outcome.done(volunteer));
    }

    private Uni<ErasureView> record(Caller caller, VolunteerSummary volunteer, ErasureDemand demand) {
        Erasure erasure = Erasure.ask(
                Ids.next(),
                volunteer.volunteerId(),
                volunteer.accountId() == null ? new byte[0] : fingerprint(volunteer.accountId()),
                demand.ground() == null ? Ground.PERSON : demand.ground(),
                demand.reason() == null ? null : demand.reason().strip(),
                caller.accountId(),
                clock.now(),
                policy.confirmWithin());
        return erasures.persistAndFlush(erasure)
                .chain(() -> audit.record(caller, "erasure.asked", volunteer.volunteerId(), volunteer.division(), null))
                .replaceWith(erasure::view);
    }

    /** Whoever asked says it again: from this moment on the person is not known any more. */
    @WithTransaction
    Uni<Outcome<ErasureView>> confirm(Caller caller, UUID id) {
        return erasures.lock(id)
                .map(found -> found == null || !found.isAskedBy(caller.accountId())
                        ? Outcome.<Erasure>refused(KitRefusal.NOT_FOUND)
                        : found.confirm(clock.now()))
                .chain(confirmed -> Steps.then(confirmed, erasure -> erase(caller, erasure)));
    }

    private Uni<Outcome<ErasureView>> erase(Caller caller, Erasure erasure) {
        return volunteers
                .lock(erasure.volunteerId())
                .chain(volunteer -> volunteer == null
                        ? Steps.<VolunteerSummary>refused(RegistrationRefusal.ERASED_ALREADY)
                        : withoutObstacle(volunteer))
                .chain(volunteer -> Steps.then(
                        volunteer,
                        known -> grants.endAll(known.accountId(), known.volunteerId())
                                .map(ended -> ended.map(none -> known))))
                .chain(volunteer -> Steps.keep(
                        volunteer,
                        known -> erasing.erase(known.volunteerId())
                                .chain(() -> audit.record(
                                        caller,
                                        "volunteer-erasure",
                                        known.volunteerId(),
                                        known.division(),
                                        erasure.ground().name()))
                                .replaceWith(erasure::view)));
    }

    /** A demand, for whoever made it and for operators. */
    @WithSession
    Uni<Outcome<ErasureView>> get(Caller caller, UUID id) {
        return erasures.findById(id)
                .map(found -> found != null
                                && (found.isAskedBy(caller.accountId()) || caller.holdsAnywhere(Role.PLATFORM_OPERATOR))
                        ? Outcome.done(found.view())
                        : Outcome.refused(KitRefusal.NOT_FOUND));
    }

    @Override
    public Uni<Boolean> was(UUID account) {
        return erasures.wasErasedAfter(fingerprint(account), clock.now().minus(policy.rest()));
    }

    private byte[] fingerprint(UUID account) {
        return index.of("erased-account|" + account);
    }
}
