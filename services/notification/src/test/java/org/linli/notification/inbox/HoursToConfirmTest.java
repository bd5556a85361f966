package org.linli.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AccountId;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Event;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordProposed;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.contracts.registration.RegistrationEvent.TeamFounded;
import org.linli.contracts.registration.RegistrationEvent.VolunteerWithdrawn;
import org.linli.contracts.registration.TeamState;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Hours that wait for a confirmation")
class HoursToConfirmTest {
    Surroundings surroundings;

    /** A community of the test's own, so that no other coordinator is told. */
    private final DivisionCode here =
            DivisionCode.of(ThreadLocalRandom.current().nextInt(100_000, 1_000_000) + "005005");

    private final UUID leader = UUID.randomUUID();
    private UUID leaderAccount;
    private UUID station;

    @BeforeEach
    void aStationAndALeader() {
        leaderAccount = somebody();
        station = somebody();
        UUID grant = UUID.randomUUID();
        GrantState state = new GrantState(
                grant,
                station,
                Role.STATION_COORDINATOR,
                here.value(),
                here.value(),
                null,
                null,
                null,
                Instant.now().minusSeconds(3600),
                null,
                null);
        tell(grant, 1, new RoleGranted(state));
        leaderIs(1, VolunteerStatus.VERIFIED);
        patiently().until(() -> count("select count(*) from grant_copy where grant_id = ?", grant) == 1);
    }

    @Test
    @DisplayName("are the leader's alone while the leader may serve, and the station's when suspended")
    void areTheLeadersWhileTheLeaderMayServe() {
        UUID team = team(leader);
        UUID first = proposed(team);
        UUID alone = proposed(null);
        patiently().untilAsserted(() -> {
            assertThat(toldOf(first)).containsExactly(leaderAccount);
            assertThat(toldOf(alone)).containsExactly(station);
        });
        assertThat(count("select count(*) from waiting_message where subject_id = ?", first.toString()))
                .as("kept for nobody")
                .isZero();

        leaderIs(2, VolunteerStatus.SUSPENDED);
        UUID second = proposed(team);
        patiently().untilAsserted(() -> assertThat(toldOf(second)).containsExactlyInAnyOrder(leaderAccount, station));
        assertThat(toldOf(first)).containsExactly(leaderAccount);
    }

    @Test
    @DisplayName("are the station's in a team without a leader")
    void areTheStationsInATeamWithoutALeader() {
        UUID record = proposed(team(null));
        patiently().untilAsserted(() -> assertThat(toldOf(record)).containsExactly(station));
    }

    private UUID somebody() {
        return AccountId.of(surroundings.issuer().url(), Surroundings.anyone());
    }

    private void leaderIs(long sequence, VolunteerStatus status) {
        VolunteerState state = new VolunteerState(
                leader, leaderAccount, status, here.value(), AgeBand.FROM_18_TO_59, List.of(), List.of());
        // which of its events says so makes no difference, and this one tells nobody
        tell(leader, sequence, new VolunteerWithdrawn(state));
        patiently()
                .until(() -> count(
                                "select count(*) from account_copy where volunteer_id = ? and volunteer_status = ?",
                                leader,
                                status.name())
                        == 1);
    }

    private UUID team(UUID leaderId) {
        UUID team = UUID.randomUUID();
        TeamState state =
                new TeamState(team, "老邻居", TeamKind.COMMUNITY, here.value(), here.value(), null, leaderId, List.of());
        tell(team, 1, new TeamFounded(state));
        patiently().until(() -> count("select count(*) from team_copy where team_id = ?", team) == 1);
        return team;
    }

    private UUID proposed(UUID team) {
        UUID id = UUID.randomUUID();
        ServiceRecordState state = new ServiceRecordState(
                id,
                UUID.randomUUID(),
                UUID.randomUUID(),
                team,
                null,
                here.value(),
                ServiceCategory.MEALS,
                Provenance.SCANNED,
                RecordStatus.PROPOSED,
                90,
                LocalDate.of(2026, 3, 2),
                Instant.parse("2026-03-02T01:00:00Z"),
                Instant.parse("2026-03-02T02:30:00Z"),
                true,
                null,
                null);
        surroundings.events().publish("activity", Fact.of(id, 1, here, new ServiceRecordProposed(state)));
        return id;
    }

    private List<Object> toldOf(UUID record) {
        return surroundings
                .database()
                .query("select account_id from inbox where subject_id = ?", record.toString())
                .stream()
                .map(row -> row.get("account_id"))
                .toList();
    }

    private void tell(UUID subject, long sequence, Event event) {
        surroundings.events().publish("registration", Fact.of(subject, sequence, here, event));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private long count(String query, Object... parameters) {
        return surroundings.database().count(query, parameters);
    }
}
