package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;

/**
 * The frame of every change of an order: lock it, see what it is to the caller, decide, record. Works in the
 * transaction of the use case that asks.
 */
@ApplicationScoped
class RequestChange {
    private final HelpRequests requests;
    private final Relations relations;
    private final RequestLog log;
    private final RequestViews views;

    @Inject
    RequestChange(HelpRequests requests, Relations relations, RequestLog log, RequestViews views) {
        this.requests = requests;
        this.relations = relations;
        this.log = log;
        this.views = views;
    }

    /**
     * Which order, by whom, and the version it must still have.
     *
     * @param id the order
     * @param ifMatch the header; null if any version will do
     * @param caller who
     */
    record Target(UUID id, String ifMatch, Caller caller) {}

    /** Decides on a locked order; may ask others first. */
    @FunctionalInterface
    interface Decision {
        Uni<Outcome<Moved>> decide(HelpRequest request, Relation relation);
    }

    /** Keeps what belongs to a move beside its history and event. */
    @FunctionalInterface
    interface Record {
        Uni<Void> keep(HelpRequest request, Moved moved);
    }

    Uni<Outcome<RequestView>> of(Target target, Decision decision) {
        return of(target, decision, (request, moved) -> Uni.createFrom().voidItem());
    }

    Uni<Outcome<RequestView>> of(Target target, Decision decision, Record record) {
        return requests.lock(target.id())
                .chain(request -> request == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : relations
                                .of(request, target.caller())
                                .chain(relation -> decide(target, request, relation, decision, record)));
    }

    private Uni<Outcome<RequestView>> decide(
            Target target, HelpRequest request, Relation relation, Decision decision, Record record) {
        if (!relation.knows()) {
            return Steps.refused(KitRefusal.NOT_FOUND);
        }
        return Steps.then(
                IfMatch.check(target.ifMatch(), request.version(), request),
                fresh -> decision.decide(fresh, relation).chain(outcome -> record(target, fresh, outcome, record)));
    }

    private Uni<Outcome<RequestView>> record(
            Target target, HelpRequest request, Outcome<Moved> outcome, Record record) {
        return Steps.then(
                outcome,
                moved -> record.keep(request, moved)
                        .chain(() -> log.record(request, moved))
                        // the move may have changed what the order is to the caller
                        .chain(() -> relations.of(request, target.caller()))
                        .map(relation -> Outcome.done(views.one(request, relation))));
    }
}
