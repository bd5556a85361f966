package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.RecipientCopy;
import org.linli.activity.copy.VolunteerCopy;
import org.linli.activity.request.RequestChange.Target;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** The station offers an order to a volunteer or a team (派单). */
@ApplicationScoped
class DispatchUseCase {
    private final RequestChange change;
    private final RequestOffers offers;
    private final RequestTimes times;
    private final Copies copies;
    private final LinliClock clock;

    @Inject
    DispatchUseCase(RequestChange change, RequestOffers offers, RequestTimes times, Copies copies, LinliClock clock) {
        this.change = change;
        this.offers = offers;
        this.times = times;
        this.copies = copies;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<RequestView>> dispatch(Target target, Offer offer) {
        return change.of(
                target,
                (request, relation) -> relation.coordinates()
                        ? offer(request, offer, relation.asCoordinator())
                        : Steps.refused(KitRefusal.FORBIDDEN),
                (request, moved) -> keep(moved));
    }

    private Uni<Outcome<Moved>> offer(HelpRequest request, Offer offer, Actor by) {
        if (request.status() != RequestStatus.VERIFIED) {
            return Steps.decided(request.dispatch(offer, null, by, clock.now()));
        }
        return mayTake(request, offer)
                .map(checked -> checked.then(fine -> request.dispatch(offer, Ids.next(), by, clock.now())));
    }

    private Uni<Outcome<Boolean>> mayTake(HelpRequest request, Offer offer) {
        return switch (offer) {
            case Offer.ToVolunteer(UUID volunteerId) ->
                copies.volunteer(volunteerId)
                        .chain(copy -> Steps.then(
                                Copies.known(copy, "volunteerId"),
                                volunteer -> copies.recipient(request.ordered().recipientId())
                                        .map(recipient ->
                                                mayServe(volunteer, recipient).map(fine -> true))));
            case Offer.ToTeam(UUID teamId) ->
                copies.team(teamId).chain(copy -> Steps.then(Copies.known(copy, "teamId"), team -> hasMembers(teamId)));
        };
    }

    private Uni<Outcome<Boolean>> hasMembers(UUID teamId) {
        return copies.activeMembers(teamId)
                .map(members -> members > 0
                        ? Outcome.done(true)
                        : Outcome.refused(ActivityRefusal.TEAM_WITHOUT_MEMBERS, "teamId"));
    }

    /**
     * Who may be given an order: verified, with a sign-in to answer with (who was imported has none before a station
     * hands over the file), grown up (a minor needs a guardian's consent, which is not kept yet), and not the one who
     * is to be helped.
     */
    static Outcome<VolunteerCopy> mayServe(VolunteerCopy volunteer, RecipientCopy recipient) {
        if (!volunteer.mayServe() || volunteer.accountId() == null) {
            return Outcome.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE, "volunteerId");
        }
        boolean self = recipient != null && volunteer.accountId().equals(recipient.accountId());
        if (self) {
            return Outcome.refused(ActivityRefusal.VOLUNTEER_IS_RECIPIENT, "volunteerId");
        }
        return volunteer.ageBand() == null || volunteer.ageBand().adult()
                ? Outcome.done(volunteer)
                : Outcome.refused(ActivityRefusal.VOLUNTEER_IS_A_MINOR, "volunteerId");
    }

    private Uni<Void> keep(Moved moved) {
        RequestOffer offer = new RequestOffer(moved.hop(), times.offerOpen());
        return offers.persist(offer).chain(times::expiryOf);
    }
}
