package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.activity.Steps;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Lists orders and offers that the caller may know, newest first. */
@ApplicationScoped
class ListRequestsUseCase {
    /** What {@link Paging#afterId} gives without a cursor: lists that grow upwards begin behind it. */
    private static final UUID NO_CURSOR = new UUID(0, 0);

    private final Copies copies;
    private final RequestViews views;

    @Inject
    ListRequestsUseCase(Copies copies, RequestViews views) {
        this.copies = copies;
        this.views = views;
    }

    @WithSession
    Uni<Outcome<Page<RequestView>>> requests(Caller caller, RequestFilter filter, Paging paging) {
        return copies.serving(caller)
                .chain(serving -> below(ofOrders(caller, serving, filter), filter)
                        .chain(fine -> Steps.keep(
                                fine,
                                all -> find("from HelpRequest r", "r.id", all, paging, HelpRequest.class)
                                        .map(rows -> Page.of(
                                                rows,
                                                paging.limit(),
                                                row -> row.id().toString(),
                                                row -> views.row(row, Relations.inList(row, caller, serving)))))));
    }

    private static Conditions ofOrders(Caller caller, Serving serving, RequestFilter filter) {
        Conditions conditions = Conditions.ofOrders(caller, serving.teams(), filter.mine());
        return filter.status() == null
                ? conditions
                : conditions.and("r.status = :status").with("status", filter.status());
    }

    @WithSession
    Uni<Outcome<Page<OfferView>>> offers(Caller caller, OfferFilter filter, Paging paging) {
        return copies.serving(caller)
                .chain(serving -> find(
                        "select o, r from RequestOffer o join HelpRequest r on r.id = o.requestId",
                        "o.id",
                        ofOffers(caller, serving, filter),
                        paging,
                        Object[].class))
                .map(rows -> Outcome.done(Page.of(
                        rows.stream()
                                .map(row -> OfferView.of((RequestOffer) row[0], (HelpRequest) row[1]))
                                .toList(),
                        paging.limit(),
                        offer -> offer.id().toString(),
                        offer -> offer)));
    }

    private static Conditions ofOffers(Caller caller, Serving serving, OfferFilter filter) {
        Conditions conditions = Conditions.ofOffers(caller, serving.teams(), filter.mine());
        return filter.open() ? conditions.and("o.answer is null") : conditions;
    }

    private Uni<Outcome<Conditions>> below(Conditions conditions, RequestFilter filter) {
        if (filter.division() == null) {
            return Steps.decided(Outcome.done(conditions));
        }
        return copies.division(filter.division())
                .map(copy -> Copies.known(copy, "division").map(division -> conditions.below(division.prefix())));
    }

    /** One row more than the page holds, to know whether there is a next one. */
    private static <T> Uni<List<T>> find(
            String select, String key, Conditions conditions, Paging paging, Class<T> type) {
        if (conditions.none()) {
            return Uni.createFrom().item(List.of());
        }
        UUID after = paging.afterId();
        if (!NO_CURSOR.equals(after)) {
            conditions.and(key + " < :after").with("after", after);
        }
        String query = select + " where " + conditions.text() + " order by " + key + " desc";
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<T> found = session.createSelectionQuery(query, type);
            conditions.values().forEach(found::setParameter);
            return found.setMaxResults(paging.limit() + 1).getResultList();
        });
    }
}
