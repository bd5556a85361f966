package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/** An order that nobody took in time is shown to the level above its station: street and district. */
@ApplicationScoped
class Escalation implements DueWorkHandler {
    private final HelpRequests requests;
    private final RequestLog log;
    private final LinliClock clock;

    @Inject
    Escalation(HelpRequests requests, RequestLog log, LinliClock clock) {
        this.requests = requests;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RequestTimes.ESCALATION;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        RequestTimes.RoundOfRequest waiting = RequestTimes.RoundOfRequest.of(subject);
        return requests.lock(waiting.requestId())
                .chain(request -> request == null
                        ? Uni.createFrom().voidItem()
                        : escalate(request, request.escalate(waiting.round(), clock.now())));
    }

    private Uni<Void> escalate(HelpRequest request, Outcome<Moved> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Moved> takenMeanwhile -> Uni.createFrom().voidItem();
            case Outcome.Done<Moved>(Moved moved) -> log.record(request, moved);
        };
    }
}
