package org.linli.kit.test.sample;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.contracts.registration.DivisionState;
import org.linli.kit.access.RightsCopy;
import org.linli.kit.event.Batch;
import org.linli.kit.event.ChannelHandler;
import org.linli.kit.event.EventConsumer;

/** Writes down the divisions it hears of, each once; one called {@code at …} must be the name of a place. */
@ApplicationScoped
class HeardConsumer implements ChannelHandler {

    private final EventConsumer events;
    private final RightsCopy rights;

    @Inject
    HeardConsumer(EventConsumer events, RightsCopy rights) {
        this.events = events;
        this.rights = rights;
    }

    @Override
    public Set<String> channels() {
        return Set.of("registration");
    }

    @Incoming("registration")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return events.consume("registration", records, this);
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return rights.apply(connection, batch).chain(() -> writeDown(connection, batch));
    }

    private static Uni<Void> writeDown(SqlConnection connection, Batch batch) {
        List<Batch.Of<DivisionState>> heard = batch.of(received -> received.state(DivisionState.class));
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = heard.stream().map(one -> one.received().id()).toArray(UUID[]::new);
        String[] names = heard.stream().map(one -> one.value().divisionName()).toArray(String[]::new);
        return connection
                .preparedQuery("insert into heard (event_id, name, place)"
                        + " select id, name, case when name like 'at %' then name end"
                        + " from unnest($1::uuid[], $2::text[]) as told (id, name) on conflict do nothing")
                .execute(Tuple.of(ids, names))
                .replaceWithVoid();
    }
}
