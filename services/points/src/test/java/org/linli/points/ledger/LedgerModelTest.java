package org.linli.points.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.kit.test.Database;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

/** The ledger against an in-memory model: 10,000 random acts a seed on real PostgreSQL (reliability, guard 1). */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The ledger does what the model does")
class LedgerModelTest {
    private static final Logger LOG = Logger.getLogger(LedgerModelTest.class);
    private static final int ACTS = 10_000;
    private static final int ACTS_OF_A_TRANSACTION = 40;
    private static final String DIVISION = "530103005005";

    Surroundings surroundings;

    @Inject
    Ledger ledger;

    @Inject
    Pool pool;

    /** Two seeds for ever, one of today. {@code -Dlinli.seed=…} plays one again. */
    static LongStream seeds() {
        Long given = Long.getLong("linli.seed");
        return given != null
                ? LongStream.of(given)
                : LongStream.of(1, 530103, ThreadLocalRandom.current().nextLong(1_000_000_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tenThousandRandomActsEndWhereTheModelEnds(long seed) {
        LOG.infof("ledger model test: seed %d, again with -Dlinli.seed=%d", seed, seed);
        LedgerModel model = new LedgerModel();
        RandomActs acts = new RandomActs(seed, model, 25);
        acts.volunteers().forEach(this::open);
        Map<String, Integer> seen = new TreeMap<>();
        for (int done = 0; done < ACTS; done += ACTS_OF_A_TRANSACTION) {
            List<RandomActs.Act> batch = acts.batch(ACTS_OF_A_TRANSACTION);
            List<String> outcomes = apply(acts, batch);
            for (int act = 0; act < batch.size(); act++) {
                RandomActs.Act expected = batch.get(act);
                String happened = expected.name() + " " + outcomes.get(act);
                assertThat(happened)
                        .as("act %d of seed %d", done + act, seed)
                        .isEqualTo(expected.name() + " " + expected.expected());
                seen.merge(happened, 1, Integer::sum);
            }
        }
        LOG.infof("seed %d: %s", seed, seen);
        everythingHappened(seen);
        compare(model);
        assertThat(balance(Account.fund(acts.fund, RandomActs.UNIT))).isEqualTo(model.donated);
        nameSources(surroundings.database());
    }

    private static void everythingHappened(Map<String, Integer> seen) {
        assertThat(seen.keySet())
                .as("every kind of act and outcome happened")
                .contains(
                        "earn posted",
                        "earn cap-reached",
                        "replay replayed",
                        "differ posting-differs",
                        "hold posted",
                        "hold balance-too-low",
                        "fulfil posted",
                        "fulfil hold-ended",
                        "lapse posted",
                        "lapse replayed",
                        "reverse posted",
                        "reverse posting-already-reversed",
                        "expire posted",
                        "transfer posted",
                        "transfer balance-too-low",
                        "donate posted");
    }

    private void compare(LedgerModel model) {
        model.wallets.forEach((volunteer, wallet) -> {
            assertThat(balance(Account.passbook(volunteer, RandomActs.UNIT))).isEqualTo(wallet.balance());
            assertThat(balance(Account.held(volunteer, RandomActs.UNIT))).isEqualTo(wallet.held);
            assertThat(balance(Account.claim(volunteer, RandomActs.UNIT))).isEqualTo(-wallet.owed);
            assertThat(lots(volunteer)).isEqualTo(slices(wallet));
        });
        model.paid.forEach((merchant, amount) -> assertThat(
                        balance(new Account(AccountKind.PAYABLE, merchant.toString(), RandomActs.UNIT)))
                .isEqualTo(amount));
        assertThat(surroundings.database().count("select coalesce(sum(balance), 0) from account"))
                .isZero();
        assertThat(surroundings
                        .database()
                        .count("select count(*) from account where kind = 'PASSBOOK' and balance < 0"))
                .isZero();
    }

    private List<String> apply(RandomActs acts, List<RandomActs.Act> batch) {
        Wanted wanted = new Wanted(RandomActs.UNIT);
        batch.forEach(act -> act.wants().accept(wanted));
        List<String> outcomes = new ArrayList<>();
        Uni<Ledger.Written> transaction = pool.withTransaction(connection -> ledger.open(connection, wanted, acts.now())
                .chain(books -> {
                    batch.forEach(act -> outcomes.add(word(act.act().to(books))));
                    return ledger.write(connection, books.changes());
                }));
        Ledger.Written written = transaction.await().indefinitely();
        assertThat(written.replayed()).isEmpty();
        assertThat(written.differing()).isEmpty();
        return outcomes;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Posted posted -> LedgerModel.POSTED;
            case Verdict.Replayed replayed -> LedgerModel.REPLAYED;
            case Verdict.Refused refused -> refused.refusal().code();
        };
    }

    private static Map<UUID, Long> slices(LedgerModel.Wallet wallet) {
        Map<UUID, Long> left = new HashMap<>();
        wallet.slices.forEach(slice -> left.put(slice.id, slice.left));
        return left;
    }

    private Map<UUID, Long> lots(UUID volunteer) {
        Map<UUID, Long> left = new HashMap<>();
        surroundings
                .database()
                .query(
                        "select posting_id, remaining from lot where account_id = ?",
                        Account.passbook(volunteer, RandomActs.UNIT).id())
                .forEach(row -> left.put((UUID) row.get("posting_id"), (Long) row.get("remaining")));
        return left;
    }

    private long balance(Account account) {
        return surroundings
                .database()
                .count("select coalesce((select balance from account where id = ?), 0)", account.id());
    }

    private void open(UUID volunteer) {
        surroundings
                .database()
                .execute("insert into passbook values (?, ?, 1, now()) on conflict do nothing", volunteer, DIVISION);
    }

    /**
     * Every entry that earned something has an event, every hold a redemption and every gift a transfer, as in real
     * life: other tests verify the whole ledger.
     */
    static void nameSources(Database database) {
        database.execute("insert into source_event (event_id, type, cause_id, volunteer_id, outcome, postings)"
                + " select entry_id, 'test', entry_id, entry_id, 'POSTED', count(*) from posting p"
                + " where not exists (select from source_event s where s.event_id = p.entry_id)"
                + " group by entry_id having bool_or(kind = 'EARNED')");
        database.execute("insert into redemption (id, offer_id, merchant_id, volunteer_id, division, unit, amount,"
                + " period, status, hold_id, code_hash, secret_hash, code_sealed, held_at, valid_until, ended_at,"
                + " sequence) select p.id, p.id, coalesce(c.owner::uuid, p.id), p.id, '" + DIVISION + "', p.unit,"
                + " p.amount, '2026-03', coalesce(s.kind, 'HELD'), p.id, uuid_send(p.id), uuid_send(p.id), '',"
                + " p.posted_at, '2999-01-01', s.posted_at, 1 from posting p left join posting s on s.settles = p.id"
                + " left join account c on c.id = s.credit and c.kind = 'PAYABLE'"
                + " where p.kind = 'HELD' and not exists (select from redemption r where r.hold_id = p.id)");
        database.execute("insert into offer_stock select offer_id, '', 1, (status = 'HELD')::int,"
                + " (status = 'FULFILLED')::int from redemption r where offer_id = id on conflict do nothing");
        database.execute("insert into transfer (id, volunteer_id, to_volunteer_id, division, unit, amount, made_on,"
                + " made_at) select cause_id, cause_id, cause_id, '" + DIVISION + "', unit, sum(amount),"
                + " '2026-03-01', now() from posting p where kind in ('TRANSFERRED', 'DONATED')"
                + " and not exists (select from transfer t where t.id = p.cause_id) group by cause_id, unit");
    }
}
