package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.linli.activity.Steps;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/** Reads one order, its history and its reviews, each as far as the order concerns the caller. */
@ApplicationScoped
class ReadRequestUseCase {
    private final HelpRequests requests;
    private final Relations relations;
    private final RequestViews views;
    private final PersonalTexts texts;

    @Inject
    ReadRequestUseCase(HelpRequests requests, Relations relations, RequestViews views, PersonalTexts texts) {
        this.requests = requests;
        this.relations = relations;
        this.views = views;
        this.texts = texts;
    }

    @WithSession
    Uni<Outcome<RequestView>> one(UUID id, Caller caller) {
        return known(
                id,
                caller,
                relation -> true,
                (request, relation) -> Uni.createFrom().item(views.one(request, relation)));
    }

    @WithSession
    Uni<Outcome<List<HopView>>> history(UUID id, Caller caller) {
        return known(
                id,
                caller,
                Relation::readsHistory,
                (request, relation) -> Panache.getSession()
                        .chain(session -> session.createSelectionQuery(
                                        "from HopRow h where h.requestId = :request order by h.position", HopRow.class)
                                .setParameter("request", id)
                                .getResultList())
                        .map(rows ->
                                rows.stream().map(row -> hop(row, relation)).toList()));
    }

    @WithSession
    Uni<Outcome<List<ReviewView>>> reviews(UUID id, Caller caller) {
        return known(
                id,
                caller,
                Relation::readsHistory,
                (request, relation) -> Panache.getSession()
                        .chain(session -> session.createSelectionQuery(
                                        "from ReviewRow r where r.requestId = :request order by r.round, r.side",
                                        ReviewRow.class)
                                .setParameter("request", id)
                                .getResultList())
                        .map(rows ->
                                rows.stream().map(row -> review(row, relation)).toList()));
    }

    private <T> Uni<Outcome<T>> known(
            UUID id, Caller caller, Predicate<Relation> may, BiFunction<HelpRequest, Relation, Uni<T>> read) {
        return requests.findById(id).chain(request -> {
            if (request == null) {
                return Steps.refused(KitRefusal.NOT_FOUND);
            }
            return relations.of(request, caller).chain(relation -> {
                if (!relation.knows()) {
                    return Steps.refused(KitRefusal.NOT_FOUND);
                }
                return may.test(relation)
                        ? read.apply(request, relation).map(Outcome::done)
                        : Steps.refused(KitRefusal.FORBIDDEN);
            });
        });
    }

    private HopView hop(HopRow row, Relation relation) {
        boolean forBothSides = switch (row.kind) {
            case REJECTED, CANCELLED, REOPENED -> true;
            case SUBMITTED,
                    VERIFIED,
                    DISPATCHED,
                    ACCEPTED,
                    DECLINED,
                    TIMED_OUT,
                    STARTED,
                    COMPLETED,
                    REVIEWED,
                    ESCALATED -> false;
        };
        boolean own = relation.caller().accountId().equals(row.byAccount);
        boolean reads = own || relation.coordinates() || forBothSides && relation.isSide();
        return HopView.of(row, reads ? texts.reason(row) : null);
    }

    /** An auditor sees stars and times, not words. */
    private ReviewView review(ReviewRow row, Relation relation) {
        String words = relation.isSide() || relation.coordinates() ? texts.review(row) : null;
        return new ReviewView(row.round, row.side, row.stars, words, row.onBehalf, row.writtenAt);
    }
}
