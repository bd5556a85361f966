package org.linli.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.contracts.Topics;
import org.linli.kit.time.LinliClock;

/**
 * Sets records aside, as they came, with where they came from and why: in the table {@code dead_letter}, where
 * operators see them and hand them to their consumer again, and as a message on {@code linli.<service>.dead} for
 * whoever listens.
 */
@ApplicationScoped
class DeadLetters {
    private static final int LARGEST = 256 * 1024;
    // A record that is read again stands here already: while it waits, or was discarded, it stays as it is. One that
    // was consumed after all and fails again, because a topic is replayed, waits again.
    private static final String KEEP = """
            insert into dead_letter as d (channel, topic, partition, record_offset, key, type, headers, data, kind,
                cause, cause_group, first_failed_at, last_failed_at)
            select $1, topic, partition, record_offset, key, type, headers, data, kind, cause, cause_group, $2, $2
            from unnest($3::text[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::bytea[], $9::bytea[],
                $10::text[], $11::text[], $12::text[]) with ordinality
                as row (topic, partition, record_offset, key, type, headers, data, kind, cause, cause_group, position)
            order by position
            on conflict (channel, topic, partition, record_offset) do update
            set state = 'WAITING', settled_at = null, settled_by = null, attempts = d.attempts + 1,
                kind = excluded.kind, cause = excluded.cause, cause_group = excluded.cause_group,
                last_failed_at = excluded.last_failed_at
            where d.state = 'REDRIVEN'
            returning topic, partition, record_offset
            """;

    private final Outbox outbox;
    private final LinliClock clock;
    private final String topic;

    @Inject
    DeadLetters(Outbox outbox, LinliClock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.clock = clock;
        this.topic = Topics.dead(service);
    }

    /** A record and why it is set aside. */
    record Letter(ConsumerRecord<String, byte[]> record, Cause cause) {
        Place place() {
            return new Place(record.topic(), record.partition(), record.offset());
        }

        /** As text, as far as a value is text; a header without a value has none. */
        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
            return headers;
        }

        byte[] data() {
            return record.value() == null ? new byte[0] : record.value();
        }

        String type() {
            return EventTypes.shown(headers().get("ce_type"));
        }
    }

    /** Where a record stands in the log. */
    private record Place(String topic, int partition, long offset) {}

    Uni<Void> add(SqlConnection connection, String channel, List<Letter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(KEEP)
                .execute(rows(channel, letters))
                .map(kept -> StreamSupport.stream(kept.spliterator(), false)
                        .map(DeadLetters::place)
                        .collect(() -> new HashSet<Place>(), Set::add, Set::addAll))
                .chain(kept -> outbox.insert(
                        connection,
                        letters.stream()
                                .filter(letter -> kept.contains(letter.place()))
                                .map(this::message)
                                .toList()));
    }

    private static Place place(Row row) {
        return new Place(row.getString("topic"), row.getInteger("partition"), row.getLong("record_offset"));
    }

    private Tuple rows(String channel, List<Letter> letters) {
        return Tuple.tuple()
                .addString(channel)
                .addOffsetDateTime(clock.now().atOffset(ZoneOffset.UTC))
                .addArrayOfString(texts(letters, letter -> letter.record().topic()))
                .addArrayOfInteger(letters.stream()
                        .map(letter -> letter.record().partition())
                        .toArray(Integer[]::new))
                .addArrayOfLong(
                        letters.stream().map(letter -> letter.record().offset()).toArray(Long[]::new))
                .addArrayOfString(
                        texts(letters, letter -> storable(letter.record().key())))
                .addArrayOfString(texts(letters, Letter::type))
                .addValue(bytes(letters, letter -> Outbox.json(letter.headers()).getBytes(StandardCharsets.UTF_8)))
                .addValue(bytes(letters, Letter::data))
                .addArrayOfString(texts(letters, letter -> letter.cause().kind().name()))
                .addArrayOfString(texts(letters, letter -> letter.cause().text()))
                .addArrayOfString(texts(letters, letter -> CauseGroup.of(channel, letter.type(), letter.cause())));
    }

    private static String[] texts(List<Letter> letters, Function<Letter, String> text) {
        return letters.stream().map(text).toArray(String[]::new);
    }

    private static Buffer[] bytes(List<Letter> letters, Function<Letter, byte[]> bytes) {
        return letters.stream()
                .map(letter -> Buffer.buffer(bytes.apply(letter)))
                .toArray(Buffer[]::new);
    }

    private OutboxRow message(Letter letter) {
        ConsumerRecord<String, byte[]> record = letter.record();
        Map<String, String> headers = new LinkedHashMap<>();
        letter.headers().forEach((name, value) -> headers.put(storable(name), value == null ? "" : storable(value)));
        headers.put("linli_dead_reason", letter.cause().text());
        headers.put("linli_dead_topic", record.topic());
        headers.put("linli_dead_partition", Integer.toString(record.partition()));
        headers.put("linli_dead_offset", Long.toString(record.offset()));
        byte[] data = letter.data();
        if (data.length > LARGEST) {
            // the whole of it stands in the table and in its own topic; this message must fit into one
            headers.put("linli_dead_length", Integer.toString(data.length));
            data = new byte[0];
        }
        String key = record.key() == null ? record.topic() + "/" + record.partition() : storable(record.key());
        return new OutboxRow(topic, key, Outbox.json(headers), data);
    }

    private static String text(byte[] header) {
        return header == null ? null : new String(header, StandardCharsets.UTF_8);
    }

    /** PostgreSQL holds no U+0000 in a text; a poison record may. Setting aside never fails for what a record holds. */
    private static String storable(String text) {
        return text == null ? null : text.replace("\u0000", "\uFFFD");
    }
}
