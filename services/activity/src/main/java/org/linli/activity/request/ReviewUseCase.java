package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.request.RequestChange.Target;
import org.linli.contracts.activity.ReviewSide;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Both sides review each other (评单); a bad review opens the order again. */
@ApplicationScoped
class ReviewUseCase {
    private final RequestChange change;
    private final RequestTimes times;
    private final PersonalTexts texts;
    private final ActivityConfiguration configuration;
    private final LinliClock clock;

    @Inject
    ReviewUseCase(
            RequestChange change,
            RequestTimes times,
            PersonalTexts texts,
            ActivityConfiguration configuration,
            LinliClock clock) {
        this.change = change;
        this.times = times;
        this.texts = texts;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Who reviews: for which side, and as whom. */
    private record Reviewer(ReviewSide side, Actor actor) {}

    @WithTransaction
    Uni<Outcome<RequestView>> review(Target target, int stars, String words) {
        return change.of(
                target,
                (request, relation) -> Steps.decided(
                        reviewer(relation).then(who -> request.review(who.side(), stars, who.actor(), clock.now()))),
                (request, moved) -> keep(moved, stars, words));
    }

    @WithTransaction
    Uni<Outcome<RequestView>> reopen(Target target, String reason) {
        int upToStars = configuration.request().reopenUpToStars();
        return change.of(
                target,
                (request, relation) -> relation.recipient() || relation.coordinates()
                        ? Steps.decided(request.reopen(upToStars, relation.forRecipient(), reason, clock.now()))
                        : Steps.refused(KitRefusal.FORBIDDEN),
                (request, moved) -> times.escalationOf(request, moved.hop().at()));
    }

    /** Whoever served speaks for the volunteer's side only, also if the same person coordinates there. */
    private static Outcome<Reviewer> reviewer(Relation relation) {
        if (relation.serving()) {
            return Outcome.done(new Reviewer(ReviewSide.VOLUNTEER, relation.asVolunteer()));
        }
        return relation.recipient() || relation.coordinates()
                ? Outcome.done(new Reviewer(ReviewSide.RECIPIENT, relation.forRecipient()))
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private Uni<Void> keep(Moved moved, int stars, String words) {
        ActorRole role = moved.hop().by().role();
        ReviewSide side = role == ActorRole.VOLUNTEER ? ReviewSide.VOLUNTEER : ReviewSide.RECIPIENT;
        boolean onBehalf = role != ActorRole.VOLUNTEER && role != ActorRole.RECIPIENT;
        UUID id = Ids.next();
        ReviewRow row = new ReviewRow(id, moved.hop(), side, stars, texts.sealReview(id, words), onBehalf);
        return Panache.getSession().chain(session -> session.persist(row));
    }
}
