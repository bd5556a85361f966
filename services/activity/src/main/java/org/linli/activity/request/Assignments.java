package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/** What check-in and service records ask of orders. Works in the Hibernate transaction of whoever asks. */
@ApplicationScoped
public class Assignments {
    private final HelpRequests requests;
    private final RequestLog log;
    private final PersonalTexts texts;

    @Inject
    Assignments(HelpRequests requests, RequestLog log, PersonalTexts texts) {
        this.requests = requests;
        this.log = log;
        this.texts = texts;
    }

    /** The order with its row locked until the transaction ends; null if there is none. */
    public Uni<Assignment> lock(UUID requestId) {
        return requests.lock(requestId).map(this::assignment);
    }

    /** The order as it stands, without a lock; null if there is none. */
    public Uni<Assignment> find(UUID requestId) {
        return requests.findById(requestId).map(this::assignment);
    }

    /**
     * Somebody checked in: an accepted order is in service from now on. One that is in service already stays as it is.
     *
     * @param by whose call it was, the volunteer's own or that of whoever keeps the list
     * @return refused with {@code not-found} or {@code request-not-accepted}
     */
    public Uni<Outcome<Assignment>> start(UUID requestId, Caller by, Instant now) {
        return requests.lock(requestId)
                .chain(request -> request == null ? Steps.refused(KitRefusal.NOT_FOUND) : start(request, by, now));
    }

    private Uni<Outcome<Assignment>> start(HelpRequest request, Caller by, Instant now) {
        if (request.status() == RequestStatus.IN_SERVICE) {
            return Uni.createFrom().item(Outcome.done(assignment(request)));
        }
        return Steps.then(
                request.start(starter(request, by), now),
                moved -> log.record(request, moved).replaceWith(() -> Outcome.done(assignment(request))));
    }

    private static Actor starter(HelpRequest request, Caller by) {
        if (by.volunteerId() != null && by.volunteerId().equals(request.volunteerId())) {
            return new Actor(by.accountId(), ActorRole.VOLUNTEER);
        }
        ActorRole coordinating = Relations.coordinating(by, request.ordered());
        return new Actor(by.accountId(), coordinating == null ? ActorRole.TEAM_LEADER : coordinating);
    }

    private Assignment assignment(HelpRequest request) {
        if (request == null) {
            return null;
        }
        Place place = texts.place(request);
        return new Assignment(
                request.id(),
                request.status(),
                request.volunteerId(),
                request.ordered().recipientId(),
                request.teamId(),
                request.ordered().stationId(),
                request.ordered().community(),
                request.ordered().category(),
                place.longitude(),
                place.latitude(),
                request.ordered().wantedFrom(),
                request.ordered().wantedUntil());
    }
}
