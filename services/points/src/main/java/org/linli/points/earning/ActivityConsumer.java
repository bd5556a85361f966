package org.linli.points.earning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.kit.event.Batch;
import org.linli.kit.event.ChannelHandler;
import org.linli.kit.event.EventConsumer;
import org.linli.points.badge.BadgeTally;
import org.linli.points.rule.ProgrammeCopy;

/** Listens to {@code linli.activity}: what earns points, what counts towards badges, and what rules may name. */
@ApplicationScoped
class ActivityConsumer implements ChannelHandler {
    private final EventConsumer consumer;
    private final EarnPoints earn;
    private final BadgeTally badges;
    private final ProgrammeCopy programme;

    @Inject
    ActivityConsumer(EventConsumer consumer, EarnPoints earn, BadgeTally badges, ProgrammeCopy programme) {
        this.consumer = consumer;
        this.earn = earn;
        this.badges = badges;
        this.programme = programme;
    }

    @Override
    public Set<String> channels() {
        return Set.of("activity");
    }

    @Incoming("activity")
    Uni<Void> told(ConsumerRecords<String, byte[]> records) {
        return consumer.consume("activity", records, this);
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return earn.apply(connection, batch)
                .chain(() -> badges.apply(connection, batch))
                .chain(() -> programme.apply(connection, batch));
    }
}
