package org.linli.notification.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.linli.contracts.DivisionCode;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Rights;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.notification.NotificationConfiguration;
import org.linli.notification.NotificationRefusal;
import org.linli.notification.feed.FeedPage.FeedEvent;
import org.linli.notification.feed.FeedQuestion.Asked;

/** Reads feeds, for whoever may; who asks for another one's is put on record. */
@ApplicationScoped
class ReadFeedUseCase {
    /** The events, each with how far the feed is and what it still keeps; one row without an event if there is none. */
    private static final String READ = """
            select h.sequence as newest,
                coalesce((select min(f.sequence) from feed_event f where f.district = $1), h.sequence + 1) as oldest,
                e.sequence, e.type, e.content
            from feed_head h
            left join lateral (
                select f.sequence, f.type, f.content from feed_event f
                where f.district = $1 and f.sequence > $2 and f.sequence <= $3
                    and ($4::text[] is null or f.type like any ($4))
                order by f.sequence limit $5
            ) e on true
            where h.district = $1
            order by e.sequence
            """;

    private static final String SUMMARY = """
            select h.sequence as newest,
                coalesce((select min(f.sequence) from feed_event f where f.district = $1), h.sequence + 1) as oldest
            from feed_head h where h.district = $1
            """;

    private final Pool pool;
    private final Rights rights;
    private final Audit audit;
    private final int lookThrough;

    @Inject
    ReadFeedUseCase(Pool pool, Rights rights, Audit audit, NotificationConfiguration configuration) {
        this.pool = pool;
        this.rights = rights;
        this.audit = audit;
        this.lookThrough = configuration.feed().lookThrough();
    }

    /**
     * How a feed stands.
     *
     * @param district six digits
     * @param newest cursor behind the newest event
     * @param oldest cursor before the oldest event that is kept
     * @param waiting how many events are behind the cursor asked with; behind {@code oldest} without one
     */
    record Summary(String district, String newest, String oldest, long waiting) {}

    /** What a feed has: its newest number, and the oldest that is kept. */
    private record Extent(long newest, long oldest) {
        static final Extent NOTHING = new Extent(0, 1);

        static Extent of(Row row) {
            return new Extent(row.getLong("newest"), row.getLong("oldest"));
        }

        /** Where somebody begins who has nothing. */
        long begin() {
            return oldest - 1;
        }

        /** Whether everything behind a number is still here, and the number is of this feed at all. */
        boolean has(long after) {
            return after >= begin() && after <= newest;
        }
    }

    /** The question, if this caller may ask it. */
    Uni<Outcome<FeedQuestion>> admit(Caller caller, Asked asked) {
        Outcome<FeedQuestion> question = FeedQuestion.of(caller, asked);
        return question instanceof Outcome.Refused<FeedQuestion> refused && refused.refusal() == KitRefusal.FORBIDDEN
                ? record(caller, asked).replaceWith(question)
                : Uni.createFrom().item(question);
    }

    /** Whether they still may: a role may have been taken from somebody who waits. */
    Uni<Boolean> stillMay(Caller caller, FeedQuestion question) {
        return rights.of(caller.accountId()).map(now -> FeedQuestion.mayRead(now, question.district()));
    }

    /** The next events, at most {@code limit}; none if there are none now. */
    Uni<Outcome<FeedPage>> read(FeedQuestion question, int limit) {
        long after = question.after() == null ? -1 : question.after();
        boolean all = question.types().isEmpty();
        long until = all ? Long.MAX_VALUE : Math.max(0, after) + lookThrough;
        String[] types = all ? null : question.types().toArray(String[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.of(question.district(), after, until, types, limit))
                .map(rows -> page(question, rows.stream().toList(), limit, until))
                .chain(outcome -> switch (outcome) {
                    case Outcome.Done<FeedPage>(FeedPage page)
                    when page.events().isEmpty() && !page.isEnd() -> read(question.behind(page.behind()), limit);
                    case Outcome.Done<FeedPage> done -> Uni.createFrom().item(done);
                    case Outcome.Refused<FeedPage> refused -> Uni.createFrom().item(refused);
                });
    }

    /** How a feed stands, seen from a cursor. */
    Uni<Outcome<Summary>> summary(FeedQuestion question) {
        return pool.preparedQuery(SUMMARY)
                .execute(Tuple.of(question.district()))
                .map(rows -> rows.size() == 0
                        ? Extent.NOTHING
                        : Extent.of(rows.iterator().next()))
                .map(extent -> summary(question, extent));
    }

    private static Outcome<Summary> summary(FeedQuestion question, Extent extent) {
        String district = question.district();
        long after = question.after() == null ? extent.begin() : question.after();
        return extent.has(after)
                ? Outcome.done(new Summary(
                        district,
                        new FeedCursor(district, extent.newest()).text(),
                        new FeedCursor(district, extent.begin()).text(),
                        extent.newest() - after))
                : gone(district, extent);
    }

    private static Outcome<FeedPage> page(FeedQuestion question, List<Row> rows, int limit, long until) {
        Extent extent = rows.isEmpty() ? Extent.NOTHING : Extent.of(rows.getFirst());
        long after = question.after() == null ? extent.begin() : question.after();
        if (!extent.has(after)) {
            return gone(question.district(), extent);
        }
        List<FeedEvent> events = rows.stream()
                .filter(row -> row.getLong("sequence") != null)
                .map(row -> new FeedEvent(row.getLong("sequence"), row.getString("type"), row.getString("content")))
                .toList();
        long behind = events.size() == limit
                ? events.getLast().sequence()
                : Math.max(extent.begin(), Math.min(until, extent.newest()));
        return Outcome.done(new FeedPage(question.district(), events, behind, extent.newest()));
    }

    private static <T> Outcome<T> gone(String district, Extent extent) {
        String oldest = new FeedCursor(district, extent.begin()).text();
        return Outcome.refused(NotificationRefusal.CURSOR_GONE, "after", Map.of("oldest", oldest));
    }

    private Uni<Void> record(Caller caller, Asked asked) {
        String named = asked.district() != null || asked.after() == null
                ? asked.district()
                : FeedCursor.of(asked.after()).map(FeedCursor::district).orElse(null);
        DivisionCode division = named == null ? null : DivisionCode.of(named + "000000");
        return audit.recordRarely(pool, caller, "feed.refused", named == null ? "-" : named, division);
    }
}
