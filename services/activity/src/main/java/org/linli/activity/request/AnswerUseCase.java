package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.request.RequestChange.Target;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** A volunteer answers an offer (接单), or gives an accepted order back in time. */
@ApplicationScoped
class AnswerUseCase {
    private final RequestChange change;
    private final RequestOffers offers;
    private final Copies copies;
    private final OtherPromises promises;
    private final LinliClock clock;

    @Inject
    AnswerUseCase(RequestChange change, RequestOffers offers, Copies copies, OtherPromises promises, LinliClock clock) {
        this.change = change;
        this.offers = offers;
        this.copies = copies;
        this.promises = promises;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<RequestView>> accept(Target target) {
        return change.of(
                target, this::accept, (request, moved) -> offers.answer(moved.hop(), RequestOffer.Answer.ACCEPTED));
    }

    @WithTransaction
    Uni<Outcome<RequestView>> decline(Target target, String reason) {
        return change.of(
                target,
                (request, relation) -> Steps.decided(decline(request, relation, reason)),
                (request, moved) -> offers.answer(moved.hop(), RequestOffer.Answer.DECLINED));
    }

    private Uni<Outcome<Moved>> accept(HelpRequest request, Relation relation) {
        UUID volunteerId = relation.volunteerId();
        if (volunteerId == null) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        if (request.status() != RequestStatus.DISPATCHED) {
            // whoever comes second must not cost a look-up
            return Steps.decided(request.accept(volunteerId, false, relation.asVolunteer(), clock.now()));
        }
        return copies.volunteer(volunteerId)
                .chain(copy -> Steps.then(
                        Copies.known(copy, null),
                        volunteer -> copies.recipient(request.ordered().recipientId())
                                .map(recipient -> DispatchUseCase.mayServe(volunteer, recipient))))
                .chain(checked -> Steps.then(checked, volunteer -> free(request, relation)))
                .map(free -> free.then(
                        order -> order.accept(volunteerId, relation.offered(), relation.asVolunteer(), clock.now())));
    }

    /** The order, if it is for somebody who may serve until this is kept, and has no place in a session meanwhile. */
    private Uni<Outcome<HelpRequest>> free(HelpRequest request, Relation relation) {
        Ordered ordered = request.ordered();
        if (!relation.offered()) {
            return Steps.decided(Outcome.done(request));
        }
        return copies.servesUntilCommit(relation.volunteerId()).chain(serves -> {
            if (!serves) {
                return Steps.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE, "volunteerId");
            }
            return ordered.wantedFrom() == null
                    ? Steps.decided(Outcome.done(request))
                    : promises.sessionWithin(relation.volunteerId(), ordered.wantedFrom(), ordered.busyUntil())
                            .map(session -> session.<Outcome<HelpRequest>>map(AnswerUseCase::conflict)
                                    .orElseGet(() -> Outcome.done(request)));
        });
    }

    private static Outcome<HelpRequest> conflict(UUID session) {
        return Outcome.refused(ActivityRefusal.TIME_CONFLICT, null, Map.of("with", "SESSION", "id", session));
    }

    /** For oneself, as leader for the team, or by telling the station, which then does it. */
    private Outcome<Moved> decline(HelpRequest request, Relation relation, String reason) {
        UUID volunteerId = relation.volunteerId();
        boolean toOneself = request.teamId() == null && relation.offered();
        if (relation.serving() || toOneself) {
            return request.decline(volunteerId, relation.asVolunteer(), reason, clock.now());
        }
        if (relation.leading()) {
            return request.decline(volunteerId, relation.asLeader(), reason, clock.now());
        }
        if (relation.coordinates()) {
            UUID told = request.volunteerId() == null ? request.teamId() : request.volunteerId();
            return request.decline(told, relation.asCoordinator(), reason, clock.now());
        }
        return request.status() == RequestStatus.DISPATCHED || request.status() == RequestStatus.ACCEPTED
                ? Outcome.refused(ActivityRefusal.OFFER_NOT_YOURS)
                : request.decline(volunteerId, relation.asVolunteer(), reason, clock.now());
    }
}
