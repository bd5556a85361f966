package org.linli.cli.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.linli.cli.LocalCity;
import org.linli.cli.embedded.LocalPostgres;

/** How many rows of what there are in the services' databases; reads only. */
final class Tables {
    /** What must have come of acts, by service. */
    private static final Map<String, Map<String, String>> COUNTED = Map.of(
            "registration",
            Map.of(
                    "volunteers", "select count(*) from volunteer",
                    "memberships", "select count(*) from membership",
                    "recipients", "select count(*) from recipient"),
            "activity",
            Map.of(
                    "requests", "select count(*) from help_request",
                    "cancelled requests", "select count(*) from help_request where status = 'CANCELLED'",
                    "offers", "select count(*) from request_offer",
                    "accepted offers", "select count(*) from request_offer where answer = 'ACCEPTED'",
                    "reviews", "select count(*) from request_review",
                    "records", "select count(*) from service_record",
                    "confirmed records", "select count(*) from service_record where status = 'CONFIRMED'"),
            "points",
            Map.of(
                    "passbooks", "select count(*) from passbook",
                    "postings", "select count(*) from posting",
                    "reversals", "select count(*) from posting where reverses is not null",
                    "sources", "select count(*) from source_event",
                    "sources not applied as told",
                            "select count(*) from source_event where outcome not in ('POSTED', 'NOTHING_DUE')",
                    "badges", "select count(*) from badge_award"),
            "notification",
            Map.of("messages", "select count(*) from inbox"));

    /** The same of sessions and of what points buy. */
    private static final Map<String, Map<String, String>> COUNTED_BESIDE = Map.of(
            "activity",
            Map.of(
                    "sessions", "select count(*) from activity_session",
                    "sign-ups", "select count(*) from sign_up",
                    "check-ins", "select count(*) from check_in",
                    "check-outs", "select count(*) from check_in where out_at is not null"),
            "points",
            Map.of(
                    "redemptions", "select count(*) from redemption",
                    "redemptions handed over", "select count(*) from redemption where status = 'FULFILLED'",
                    "redemptions given up", "select count(*) from redemption where status = 'CANCELLED'",
                    "redemptions that lapsed", "select count(*) from redemption where status = 'LAPSED'"));

    /** What must be gone when all is done, by service. */
    private static final Map<String, Map<String, String>> LEFT = Map.of(
            "activity",
            Map.of(
                    "sessions and offers of places that are not over",
                    "select count(*) from due_work where kind in"
                            + " ('sign-up-offer-lapses', 'session-waitlist-ends', 'session-ended')"),
            "points",
            Map.of(
                    "waiting events", "select count(*) from waiting_event",
                    "redemptions that are held", "select count(*) from redemption where status = 'HELD'",
                    "badges to be reviewed", "select count(*) from due_work where kind = 'badge.review'"),
            "notification",
            Map.of("waiting messages", "select count(*) from waiting_message"));

    /** The same hours as every service keeps them, by what they are; all must be one number. */
    private static final Map<String, Map<String, String>> MINUTES = Map.of(
            "activity",
            Map.of(
                    "minutes of confirmed records",
                            "select coalesce(sum(minutes), 0) from service_record where status = 'CONFIRMED'",
                    "minutes in activity's statistics",
                            "select coalesce(sum(minutes), 0) from service_rollup where period = 'all'"),
            "registration",
            Map.of(
                    "minutes that registration heard of", "select coalesce(sum(minutes), 0) from counted_service",
                    "minutes in registration's statistics",
                            "select coalesce(sum(minutes), 0) from volunteer_statistics where period = 'all'"));

    /** A sign-up and what has a place in it, in the order in which it happened; only its session's lock moves it. */
    private static final String FULLEST = """
            with step as (
                select u.session_id, l.at, l.id, (1 + u.guests) * case
                    when l.fact in ('SIGNED_UP', 'OFFERED') then 1
                    when l.fact in ('WITHDRAWN', 'LAPSED') and lag(l.fact) over own <> 'WAITLISTED' then -1
                    else 0 end as places
                from sign_up_log l join sign_up u on u.id = l.sign_up_id
                window own as (partition by l.sign_up_id order by l.at, l.id)
            ), taken as (
                select session_id, sum(places) over (partition by session_id order by at, id) as places from step
            )
            select count(distinct s.id) from taken t
                join activity_session s on s.id = t.session_id and t.places > s.capacity
            """;

    /** A place was kept for, or taken by, somebody while somebody else had waited longer. */
    private static final String OVERTAKEN = """
            select count(*) from sign_up_log place
                join sign_up u on u.id = place.sign_up_id
                join sign_up v on v.session_id = u.session_id and v.id <> u.id
                join sign_up_log waits on waits.sign_up_id = v.id and waits.fact = 'WAITLISTED'
            where (waits.at, waits.id) < (place.at, place.id)
                and (place.fact = 'SIGNED_UP' or place.fact = 'OFFERED' and v.queue_number < u.queue_number)
                and not exists (select from sign_up_log l where l.sign_up_id = v.id
                    and l.fact in ('OFFERED', 'WITHDRAWN', 'LAPSED', 'CANCELLED', 'STOOD_DOWN')
                    and (l.at, l.id) < (place.at, place.id))
            """;

    private static final String OFFERED = "select distinct sign_up_id::text from sign_up_log where fact = 'OFFERED'";

    /** What must never be, by service. */
    private static final Map<String, Map<String, String>> NEVER = Map.of(
            "activity",
            Map.of(
                    "sessions that ever had one too many", FULLEST,
                    "people who were overtaken on a waitlist", OVERTAKEN,
                    "sessions whose places are miscounted",
                            "select count(*) from session_places_recounted where taken <> counted"),
            "points",
            Map.of(
                    "accounts with something still set aside",
                    "select count(*) from account where kind = 'HELD' and balance <> 0",
                    "offers whose stock is miscounted",
                    "select count(*) from offer_stock s where s.held + s.fulfilled > s.total or s.fulfilled"
                            + " <> (select count(*) from redemption r where r.offer_id = s.offer_id"
                            + " and r.status = 'FULFILLED')"));

    private static final String OUTBOX = "select count(*) from outbox";
    private static final String DEAD = "select count(*) from dead_letter where state = 'WAITING'";

    private final LocalPostgres server;

    Tables(LocalPostgres server) {
        this.server = server;
    }

    /** Everything that is counted, by name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = read(COUNTED);
        counts.putAll(read(COUNTED_BESIDE));
        return counts;
    }

    /** What must never be, by name. */
    Map<String, Long> never() {
        Map<String, Long> never = read(NEVER);
        for (String service : LocalCity.SERVICES) {
            never.put("dead letters that wait in " + service, one(service, DEAD));
        }
        return never;
    }

    /** Ids of the sign-ups that a place was ever kept for. */
    Set<String> offered() {
        return ask("activity", OFFERED, result -> {
            Set<String> ids = new HashSet<>();
            while (result.next()) {
                ids.add(result.getString(1));
            }
            return ids;
        });
    }

    /** The minutes that count, by where they are kept. */
    Map<String, Long> minutes() {
        return read(MINUTES);
    }

    /** What has not come to its end, by name: rows of outboxes, and what waits for somebody to become known. */
    Map<String, Long> leftovers() {
        Map<String, Long> left = read(LEFT);
        for (String service : LocalCity.SERVICES) {
            left.put("rows in the outbox of " + service, one(service, OUTBOX));
        }
        return left;
    }

    private Map<String, Long> read(Map<String, Map<String, String>> queries) {
        Map<String, Long> found = new LinkedHashMap<>();
        queries.forEach(
                (service, ofService) -> ofService.forEach((name, query) -> found.put(name, one(service, query))));
        return found;
    }

    private long one(String database, String query) {
        return ask(database, query, result -> {
            result.next();
            return result.getLong(1);
        });
    }

    /** Reads an answer. */
    private interface Reading<T> {
        T of(ResultSet result) throws SQLException;
    }

    private <T> T ask(String database, String query, Reading<T> reading) {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            try (ResultSet result = statement.executeQuery(query)) {
                return reading.of(result);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(database + ": " + query, failed);
        }
    }
}
