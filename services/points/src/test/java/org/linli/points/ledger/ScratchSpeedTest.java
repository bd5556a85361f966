package org.linli.points.ledger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.*;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class ScratchSpeedTest {
    Surroundings surroundings;
    @Inject Ledger ledger;
    @Inject Pool pool;

    @Test
    void speed() {
        List<UUID> vs = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            UUID v = UUID.randomUUID();
            vs.add(v);
            surroundings.database().execute("insert into passbook values (?, '530103005005', 1, now())", v);
        }
        for (int size : new int[] {1000, 100, 1}) {
            for (int round = 0; round < 8; round++) {
                long whole = 0, open = 0;
                Wanted wanted = new Wanted("POINTS");
                List<Earning> earnings = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    Earning e = new Earning(Entry.causedBy(UUID.randomUUID()), vs.get(i), "POINTS",
                            new RuleReference("service-hours", 1), UUID.randomUUID(), 0, LocalDate.of(2026, 5, 1), 10, null, null);
                    earnings.add(e);
                    wanted.earning(e);
                }
                long[] t = new long[5];
                t[0] = System.nanoTime();
                pool.withTransaction(c -> ledger.open(c, wanted, Instant.now()).chain(b -> {
                    t[1] = System.nanoTime();
                    earnings.forEach(b::earn);
                    t[2] = System.nanoTime();
                    return ledger.write(c, b.changes());
                }).invoke(() -> t[3] = System.nanoTime())).await().indefinitely();
                t[4] = System.nanoTime();
                surroundings.database().execute("create table if not exists raw (like posting including all)");
                long r0 = System.nanoTime();
                surroundings.database().execute("insert into raw overriding system value select gen_random_uuid(), nextval('posting_position_seq'), entry_id, kind, unit, debit, gen_random_uuid(), amount, claimed, rule_code, rule_version, cause_id, value_date, reverses, settles, posted_at, content_hash, debit_number, debit_balance, credit_number, credit_balance from posting order by position desc limit " + size);
                long r1 = System.nanoTime();
                System.err.printf("SPEED size %d open %.1f judge %.1f write %.1f commit %.1f total %.1f ms; raw %.1f%n", size, (t[1]-t[0])/1e6, (t[2]-t[1])/1e6, (t[3]-t[2])/1e6, (t[4]-t[3])/1e6, (t[4]-t[0])/1e6, (r1-r0)/1e6);
            }
        }
        LedgerModelTest.nameSources(surroundings.database());
    }
}
