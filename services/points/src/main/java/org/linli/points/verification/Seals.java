package org.linli.points.verification;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsConfiguration;

/**
 * Seals postings after they are committed: each seal holds the hash of its postings and of the seal before. Positions
 * are given before the commit, so a position may turn up late; a round therefore only notes how far positions went and
 * which transactions were running, and the next one seals up to there, once all of those have ended.
 */
@ApplicationScoped
class Seals {
    private static final String MARK = """
            select coalesce(max(position), 0) as position, pg_snapshot_xmax(pg_current_snapshot())::text as running
            from posting
            """;
    private static final String ENDED = "select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 as ended";
    private static final String SEAL = """
            with last as (
              select coalesce(max(number), 0) as number, coalesce(max(to_position), 0) as position,
                coalesce((select hash from seal order by number desc limit 1), '\\x'::bytea) as hash from seal
            ), block as (
              select count(*) as postings, max(position) as position,
                string_agg(digest, ''::bytea order by position) as digests
              from (select p.position, posting_digest(p) as digest from posting p, last
                    where p.position > last.position and p.position <= $1 order by p.position limit $2) as taken
            )
            insert into seal (number, from_position, to_position, postings, previous, hash, sealed_at)
            select last.number + 1, last.position + 1, block.position, block.postings, last.hash,
              sha256(last.hash || block.digests), $3::timestamptz
            from last, block where block.postings > 0
            on conflict (number) do nothing returning postings
            """;

    private final Pool pool;
    private final LinliClock clock;
    private final long places;
    private final AtomicReference<Mark> mark = new AtomicReference<>();

    @Inject
    Seals(Pool pool, LinliClock clock, PointsConfiguration configuration) {
        this.pool = pool;
        this.clock = clock;
        this.places = configuration.seal().places();
    }

    /** How far positions went, and the first transaction that had not begun then. */
    private record Mark(long position, String running) {}

    @Scheduled(
            every = "${linli.points.seal.every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            delayed = "5s")
    Uni<Void> round() {
        Mark before = mark.get();
        return (before == null ? Uni.createFrom().voidItem() : sealUpTo(before)).chain(this::note);
    }

    private Uni<Void> note() {
        return pool.preparedQuery(MARK)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(row -> mark.set(new Mark(row.getLong("position"), row.getString("running"))))
                .replaceWithVoid();
    }

    private Uni<Void> sealUpTo(Mark before) {
        return pool.preparedQuery(ENDED)
                .execute(Tuple.of(before.running()))
                .map(rows -> rows.iterator().next().getBoolean("ended"))
                .chain(ended ->
                        ended ? sealBlocks(before.position()) : Uni.createFrom().voidItem());
    }

    private Uni<Void> sealBlocks(long position) {
        return pool.preparedQuery(SEAL)
                .execute(Tuple.of(position, places, clock.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0 ? 0L : postings(rows.iterator().next()))
                .chain(count -> count == places
                        ? sealBlocks(position)
                        : Uni.createFrom().voidItem());
    }

    private static long postings(Row row) {
        return row.getLong("postings");
    }
}
