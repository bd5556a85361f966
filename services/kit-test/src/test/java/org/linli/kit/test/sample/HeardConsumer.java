package org.linli.kit.test.sample;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.contracts.registration.DivisionState;
import org.linli.kit.event.Batch;
import org.linli.kit.event.EventConsumer;

/** Writes down the divisions it hears of, each once. */
@ApplicationScoped
class HeardConsumer {

    private final EventConsumer events;

    @Inject
    HeardConsumer(EventConsumer events) {
        this.events = events;
    }

    @Incoming("registration")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return events.consume("registration", records, this::apply);
    }

    private Uni<Void> apply(SqlConnection connection, Batch batch) {
        List<Batch.Of<DivisionState>> heard = batch.of(received -> received.state(DivisionState.class));
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = heard.stream().map(one -> one.received().id()).toArray(UUID[]::new);
        String[] names = heard.stream().map(one -> one.value().divisionName()).toArray(String[]::new);
        return connection
                .preparedQuery("insert into heard (event_id, name) select * from unnest($1::uuid[], $2::text[])"
                        + " on conflict do nothing")
                .execute(Tuple.of(ids, names))
                .replaceWithVoid();
    }
}
