package org.linli.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.linli.kit.Ids;

/**
 * Hours that wait for a confirmation. They are put into activity's table as its check-outs would leave them: proposing
 * them one by one through the gateway would take longer than what is measured.
 */
final class Proposals {
    private static final String SQL = """
            insert into service_record (id, root_id, volunteer_id, team_id, division, category, provenance, status,
              minutes, proven_minutes, service_date, started_at, ended_at, earns_points, proposed_by, proposed_at,
              record_by, sequence, version)
            values (?, ?, ?, ?, '530103005005', 'MEALS', 'SCANNED', 'PROPOSED', 60, 60, ?, ?, ?, true, ?, now(),
              current_date + 10, 1, 0)
            """;

    private final Deque<Proposal> open = new ArrayDeque<>();
    private final City city;
    private final UUID team;
    private int made;

    Proposals(City city, UUID team) {
        this.city = city;
        this.team = team;
    }

    /** A proposed record of one of the first volunteers. */
    record Proposal(UUID id, int person) {}

    /** So many more, of the volunteers below a number in turn, each on a day of its own. */
    void make(int count, People people, int volunteers) throws SQLException {
        try (Connection connection = city.connect("activity");
                PreparedStatement insert = connection.prepareStatement(SQL)) {
            connection.setAutoCommit(false);
            for (int number = 0; number < count; number++) {
                Proposal proposal = new Proposal(Ids.next(), made % volunteers);
                LocalDate day = LocalDate.now().minusDays(2 + made / volunteers);
                Timestamp noon = Timestamp.from(Instant.now()
                        .truncatedTo(ChronoUnit.DAYS)
                        .minus(2 + made / volunteers, ChronoUnit.DAYS)
                        .plus(4, ChronoUnit.HOURS));
                insert.setObject(1, proposal.id());
                insert.setObject(2, proposal.id());
                insert.setObject(3, people.id(proposal.person()));
                insert.setObject(4, team);
                insert.setObject(5, day);
                insert.setTimestamp(6, noon);
                insert.setTimestamp(7, Timestamp.from(noon.toInstant().plus(1, ChronoUnit.HOURS)));
                insert.setObject(8, people.id(proposal.person()));
                insert.addBatch();
                open.add(proposal);
                made++;
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    synchronized Proposal next() {
        return open.remove();
    }

    synchronized int left() {
        return open.size();
    }
}
