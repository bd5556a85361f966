package org.linli.points.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.linli.points.ledger.Ledger.Written;

/**
 * Single credits of many callers, posted together (architecture, decision 7). Nobody waits for company: who comes while
 * fewer than two flights are on their way leaves at once, alone or with all who came meanwhile. So a quiet ledger
 * answers in one statement, and a busy one shares transactions.
 */
final class CreditQueue {
    /** One is written while the next is gathered and sent; more would only make them smaller. */
    private static final int FLIGHTS = 2;

    private static final int SEATS = 200;
    private static final String KNOWN = "select id, content_hash from posting where id = any($1)";

    private final BiFunction<Pool, Changes, Uni<Written>> alone;
    private final BiFunction<SqlConnection, Changes, Uni<Written>> together;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int flying;

    CreditQueue(
            BiFunction<Pool, Changes, Uni<Written>> alone, BiFunction<SqlConnection, Changes, Uni<Written>> together) {
        this.alone = alone;
        this.together = together;
    }

    private record Waiting(Pool pool, Changes changes, CompletableFuture<Written> answer) {}

    /** Posts credits; completes when they are committed. */
    Uni<Written> post(Pool pool, Changes changes) {
        return Uni.createFrom().completionStage(() -> {
            Waiting one = new Waiting(pool, changes, new CompletableFuture<>());
            add(one);
            return one.answer();
        });
    }

    private void add(Waiting one) {
        synchronized (waiting) {
            waiting.add(one);
            if (flying == FLIGHTS) {
                return;
            }
            flying++;
        }
        leave();
    }

    /** Takes everybody who waits; if nobody does, there is one flight less. */
    private void leave() {
        List<Waiting> seated = new ArrayList<>();
        synchronized (waiting) {
            while (!waiting.isEmpty()
                    && seated.size() < SEATS
                    && (seated.isEmpty()
                            || seated.getFirst().pool() == waiting.peek().pool())) {
                seated.add(waiting.remove());
            }
            if (seated.isEmpty()) {
                flying--;
                return;
            }
        }
        // a flight belongs to no caller: each has an answer of their own
        fly(seated).subscribeAsCompletionStage().whenComplete((done, failure) -> leave());
    }

    private Uni<Void> fly(List<Waiting> seated) {
        if (seated.size() == 1) {
            return oneByOne(seated, 0);
        }
        return seated.getFirst()
                .pool()
                .withTransaction(connection -> post(connection, seated))
                .invoke(written -> {
                    for (int seat = 0; seat < seated.size(); seat++) {
                        seated.get(seat).answer().complete(written.get(seat));
                    }
                })
                .replaceWithVoid()
                // one of them cannot be posted; which one, they find out alone
                .onFailure()
                .recoverWithUni(failure -> oneByOne(seated, 0));
    }

    private Uni<Void> oneByOne(List<Waiting> seated, int seat) {
        if (seat == seated.size()) {
            return Uni.createFrom().voidItem();
        }
        Waiting one = seated.get(seat);
        // deferred, so that what is thrown is an answer, too, and the flight ends
        return Uni.createFrom()
                .deferred(() -> alone.apply(one.pool(), one.changes()))
                .onItemOrFailure()
                .invoke((written, failure) -> {
                    if (failure == null) {
                        one.answer().complete(written);
                    } else {
                        one.answer().completeExceptionally(failure);
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .chain(() -> oneByOne(seated, seat + 1));
    }

    private Uni<List<Written>> post(SqlConnection connection, List<Waiting> seated) {
        Set<UUID> volunteers = new HashSet<>();
        Set<UUID> postings = new HashSet<>();
        for (Waiting one : seated) {
            volunteers.addAll(one.changes().passbooks().keySet());
            one.changes().postings().forEach(posting -> postings.add(posting.id()));
        }
        return Uni.join()
                .all(
                        connection.preparedQuery(LedgerReader.LOCK).execute(Tuple.of(volunteers.toArray(UUID[]::new))),
                        connection.preparedQuery(KNOWN).execute(Tuple.of(postings.toArray(UUID[]::new))))
                .andFailFast()
                .chain(rows -> {
                    Map<UUID, byte[]> known = new HashMap<>();
                    rows.get(1)
                            .forEach(row -> known.put(
                                    row.getUUID("id"),
                                    row.getBuffer("content_hash").getBytes()));
                    Merged merged =
                            Merged.of(seated.stream().map(Waiting::changes).toList(), known);
                    return together.apply(connection, merged.changes()).replaceWith(merged.written());
                });
    }

    /** The changes of several callers as those of one, without what is known, and what to answer to each. */
    private record Merged(Changes changes, List<Written> written) {
        static Merged of(List<Changes> all, Map<UUID, byte[]> known) {
            Map<UUID, Passbook> passbooks = new HashMap<>();
            List<Posting> postings = new ArrayList<>();
            List<Lot> opened = new ArrayList<>();
            List<Written> answers = new ArrayList<>();
            for (Changes changes : all) {
                Written written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                passbooks.putAll(changes.passbooks());
                for (Posting posting : changes.postings()) {
                    byte[] before = known.putIfAbsent(posting.id(), posting.contentHash());
                    written.note(posting, before);
                    if (before == null) {
                        postings.add(posting);
                        changes.opened().stream()
                                .filter(lot -> lot.id().equals(posting.id()))
                                .forEach(opened::add);
                    }
                }
                answers.add(written);
            }
            Instant now = all.stream()
                    .map(Changes::postedAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return new Merged(new Changes(now, passbooks, postings, opened, List.of()), answers);
        }
    }
}
