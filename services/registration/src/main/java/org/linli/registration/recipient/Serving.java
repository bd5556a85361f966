package org.linli.registration.recipient;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.event.Batch;

/** The copy of who serves whom now, fed by activity's events about orders for help. */
@ApplicationScoped
class Serving {
    private static final String KEEP = """
            insert into serving_copy as c (request_id, recipient_id, volunteer_id, serving, sequence)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bool[], $5::int8[])
            on conflict (request_id) do update
            set volunteer_id = excluded.volunteer_id, serving = excluded.serving, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    private static final String IS_SERVING = "select exists (select from serving_copy"
            + " where recipient_id = :recipient and volunteer_id = :volunteer and serving)";

    /** Whether a volunteer has accepted an order of the recipient and is not done with it; null serves nobody. */
    Uni<Boolean> isServing(UUID volunteerId, UUID recipientId) {
        if (volunteerId == null) {
            return Uni.createFrom().item(false);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IS_SERVING, Boolean.class)
                        .setParameter("recipient", recipientId)
                        .setParameter("volunteer", volunteerId)
                        .getSingleResult());
    }

    /** Applies what a batch says about orders; orders without a known recipient do not matter here. */
    Uni<Void> apply(SqlConnection connection, Batch batch) {
        List<Batch.Of<RequestState>> orders =
                batch.newestOf(told -> told.state(RequestState.class), RequestState::requestId).stream()
                        .filter(order -> order.value().recipientId() != null)
                        .toList();
        if (orders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection.preparedQuery(KEEP).execute(rows(orders)).replaceWithVoid();
    }

    private static Tuple rows(List<Batch.Of<RequestState>> orders) {
        return Tuple.tuple()
                .addArrayOfUUID(ids(orders, RequestState::requestId))
                .addArrayOfUUID(ids(orders, RequestState::recipientId))
                .addArrayOfUUID(ids(orders, RequestState::volunteerId))
                .addArrayOfBoolean(
                        orders.stream().map(order -> serves(order.value())).toArray(Boolean[]::new))
                .addArrayOfLong(orders.stream()
                        .map(order -> order.received().sequence())
                        .toArray(Long[]::new));
    }

    private static UUID[] ids(List<Batch.Of<RequestState>> orders, Function<RequestState, UUID> id) {
        return orders.stream().map(order -> id.apply(order.value())).toArray(UUID[]::new);
    }

    /** From the acceptance to the end of the work, and only with a volunteer's name on it. */
    private static boolean serves(RequestState order) {
        boolean underWay = order.status() == RequestStatus.ACCEPTED || order.status() == RequestStatus.IN_SERVICE;
        return underWay && order.volunteerId() != null;
    }
}
