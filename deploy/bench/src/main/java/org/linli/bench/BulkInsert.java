package org.linli.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * What a posting leaves in the tables (posting, lot, event), inserted into copies of them with all their indexes and
 * nothing else: no balance, no lock, no look-up. 1,000 of each a commit.
 */
final class BulkInsert {
    static final int ROWS = 1_000;
    static final String[] TABLES = {
        "create table bench_posting (like posting including all)",
        "create table bench_lot (like lot including all)",
        "create table bench_outbox (like outbox including all)"
    };

    private static final String SQL = """
            with given as (
              select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::bytea[])
                as g (id, debit, credit, number, headers, data)
            ), posted as (
              insert into bench_posting (id, entry_id, kind, unit, debit, credit, amount, claimed, rule_code,
                  rule_version, cause_id, value_date, posted_at, content_hash, debit_number, debit_balance,
                  credit_number, credit_balance)
                select id, id, 'EARNED', 'POINTS', debit, credit, 100, 100, 'service-hours', 1, id, current_date, now(),
                  sha256(''), number, 100, number, 100 from given
            ), opened as (
              insert into bench_lot (posting_id, account_id, number, amount, remaining, moves)
                select id, credit, number, 100, 100, 0 from given
            )
            insert into bench_outbox (topic, key, headers, data)
              select 'linli.points', credit::text, headers::jsonb, data from given
            """;

    private final Pool pool;
    private final UUID[] debits =
            IntStream.range(0, ROWS).mapToObj(n -> new UUID(0, 1)).toArray(UUID[]::new);
    private final String[] headers;
    private final Buffer[] data;
    private final AtomicLong number = new AtomicLong();

    BulkInsert(Pool pool, String headers, String data) {
        this.pool = pool;
        this.headers = IntStream.range(0, ROWS).mapToObj(n -> headers).toArray(String[]::new);
        this.data = IntStream.range(0, ROWS)
                .mapToObj(n -> Buffer.buffer(data.getBytes(StandardCharsets.UTF_8)))
                .toArray(Buffer[]::new);
    }

    /** Rows a second, with as many callers as the ledger has beside it. */
    double rate(int callers, Duration time) {
        return ROWS * Pace.flatOut(callers, time, caller -> insert());
    }

    private CompletionStage<?> insert() {
        UUID[] ids = random();
        Long[] numbers =
                IntStream.range(0, ROWS).mapToObj(n -> number.incrementAndGet()).toArray(Long[]::new);
        Tuple row = Tuple.tuple()
                .addArrayOfUUID(ids)
                .addArrayOfUUID(debits)
                .addArrayOfUUID(random())
                .addArrayOfLong(numbers)
                .addArrayOfString(headers)
                .addValue(data);
        return pool.preparedQuery(SQL).execute(row).subscribeAsCompletionStage();
    }

    private static UUID[] random() {
        return IntStream.range(0, ROWS).mapToObj(n -> UUID.randomUUID()).toArray(UUID[]::new);
    }
}
