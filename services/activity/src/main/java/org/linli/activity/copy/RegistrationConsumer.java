package org.linli.activity.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.contracts.registration.GuardianshipState;
import org.linli.contracts.registration.MembershipState;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.access.RightsCopy;
import org.linli.kit.event.Batch;
import org.linli.kit.event.ChannelHandler;
import org.linli.kit.event.EventConsumer;

/** Listens to {@code linli.registration} and keeps the copies. */
@ApplicationScoped
class RegistrationConsumer implements ChannelHandler {
    private static final String CHANNEL = "registration";

    private final EventConsumer consumer;
    private final RightsCopy rights;
    private final CopyTables copies;
    private final Instance<VolunteerFollower> followers;

    @Inject
    RegistrationConsumer(
            EventConsumer consumer, RightsCopy rights, CopyTables copies, @Any Instance<VolunteerFollower> followers) {
        this.consumer = consumer;
        this.rights = rights;
        this.copies = copies;
        this.followers = followers;
    }

    @Override
    public Set<String> channels() {
        return Set.of(CHANNEL);
    }

    @Incoming(CHANNEL)
    Uni<Void> told(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(CHANNEL, records, this);
    }

    // rights first: a revoked role must stop working even if something else of the batch is slow
    @Override
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        UUID[] volunteers = volunteers(batch);
        return rights.apply(connection, batch)
                .chain(() -> copies.hold(connection, volunteers))
                .chain(() -> copies.apply(connection, batch))
                .chain(() -> follow(connection, volunteers, followers.iterator()));
    }

    private static UUID[] volunteers(Batch batch) {
        Stream<UUID> people = batch.of(told -> told.state(VolunteerState.class)).stream()
                .map(told -> told.value().volunteerId());
        Stream<UUID> wards = batch.of(told -> told.state(GuardianshipState.class)).stream()
                .map(told -> told.value().volunteerId());
        Stream<UUID> members = batch.of(told -> told.state(MembershipState.class)).stream()
                .map(told -> told.value().volunteerId());
        return Stream.of(people, wards, members)
                .flatMap(Function.identity())
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Uni<Void> follow(SqlConnection connection, UUID[] volunteers, Iterator<VolunteerFollower> left) {
        return volunteers.length == 0 || !left.hasNext()
                ? Uni.createFrom().voidItem()
                : left.next().told(connection, volunteers).chain(() -> follow(connection, volunteers, left));
    }
}
