package org.linli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.linli.contracts.notification.NotificationEvent.InboxChanged;
import org.linli.kit.Ids;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Fact;

/**
 * What a message leaves in the tables (its row, the event that wakes its reader), inserted into copies of them with all
 * their indexes and nothing else: no reader is looked for, no inbox is locked or counted. 1,000 of each a commit.
 */
final class BulkInbox {
    private static final int ROWS = 1_000;
    private static final String DATABASE = "notification";
    private static final String DETAILS =
            "{\"amount\": 100, \"balance\": 100, \"direction\": \"CREDIT\", \"division\": \"530103005005\"}";
    private static final String[] FRESH = {
        "drop table if exists bench_inbox, bench_outbox",
        "create table bench_inbox (like inbox including all)",
        "create table bench_outbox (like outbox including all)"
    };
    private static final String SQL = """
            with given as (
              select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                as g (account_id, event_id, details, headers, data)
            ), told as (
              insert into bench_inbox (account_id, sequence, event_id, kind, subject_type, subject_id, details,
                  happened_at)
                select account_id, 1, event_id, 'points-credited', 'posting', event_id::text, details::jsonb, now()
                from given
            )
            insert into bench_outbox (topic, key, headers, data)
              select 'linli.notification', account_id::text, headers::jsonb, convert_to(data, 'UTF8') from given
            """;

    private final City city;
    private final String[] details = same(DETAILS);
    private final String[] headers;
    private final String[] data;

    BulkInbox(City city) throws JsonProcessingException {
        UUID account = UUID.randomUUID();
        Fact pattern = Fact.of(account, 1, null, new InboxChanged(account, 1, 1));
        this.city = city;
        this.headers = same(EventCodec.json()
                .writeValueAsString(EventCodec.headers(pattern, DATABASE, Ids.next(), Instant.now(), null)));
        this.data = same(new String(EventCodec.data(pattern.event()), StandardCharsets.UTF_8));
    }

    /** Rows a second, with so many callers who wait for each of their commits. */
    double rate(int callers, Duration time) throws Exception {
        city.execute(DATABASE, FRESH);
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        AtomicLong rows = new AtomicLong();
        try (ExecutorService all = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                running.add(all.submit(() -> insertUntil(end, rows)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return rows.get() * 1e9 / (System.nanoTime() - begun);
    }

    private Void insertUntil(long end, AtomicLong rows) throws SQLException {
        try (Connection connection = city.connect(DATABASE);
                PreparedStatement insert = connection.prepareStatement(SQL)) {
            insert.setArray(3, connection.createArrayOf("text", details));
            insert.setArray(4, connection.createArrayOf("text", headers));
            insert.setArray(5, connection.createArrayOf("text", data));
            while (System.nanoTime() < end) {
                insert.setArray(1, connection.createArrayOf("uuid", random()));
                insert.setArray(2, connection.createArrayOf("uuid", random()));
                insert.executeUpdate();
                rows.addAndGet(ROWS);
            }
        }
        return null;
    }

    void close() throws SQLException {
        city.execute(DATABASE, "drop table if exists bench_inbox, bench_outbox");
    }

    private static String[] same(String text) {
        return Collections.nCopies(ROWS, text).toArray(String[]::new);
    }

    private static UUID[] random() {
        return IntStream.range(0, ROWS).mapToObj(n -> UUID.randomUUID()).toArray(UUID[]::new);
    }
}
