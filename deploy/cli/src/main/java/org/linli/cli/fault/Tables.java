package org.linli.cli.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
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
                    "check-ins", "select count(*) from check_in",
                    "check-outs", "select count(*) from check_in where out_at is not null",
                    "records", "select count(*) from service_record",
                    "confirmed records", "select count(*) from service_record where status = 'CONFIRMED'"),
            "points",
            Map.of(
                    "passbooks", "select count(*) from passbook",
                    "postings", "select count(*) from posting",
                    "reversals", "select count(*) from posting where reverses is not null",
                    "sources", "select count(*) from source_event",
                    "sources not applied as told",
                            "select count(*) from source_event where outcome not in ('POSTED', 'NOTHING_DUE')"),
            "notification",
            Map.of("messages", "select count(*) from inbox"));

    /** What must be gone when all is done, by service. */
    private static final Map<String, Map<String, String>> LEFT = Map.of(
            "points", Map.of("waiting events", "select count(*) from waiting_event"),
            "notification", Map.of("waiting messages", "select count(*) from waiting_message"));

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

    private static final String OUTBOX = "select count(*) from outbox";

    private final LocalPostgres server;

    Tables(LocalPostgres server) {
        this.server = server;
    }

    /** Everything that is counted, by name. */
    Map<String, Long> counts() {
        return read(COUNTED);
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
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            try (ResultSet result = statement.executeQuery(query)) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(database + ": " + query, failed);
        }
    }
}
