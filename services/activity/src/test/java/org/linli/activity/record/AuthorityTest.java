package org.linli.activity.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.copy.Leadership;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;

@DisplayName("Who may decide a record")
class AuthorityTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private final UUID leader = UUID.randomUUID();
    private final UUID station = UUID.randomUUID();
    private final UUID volunteer = UUID.randomUUID();

    @Test
    void theLeaderOfItsTeamAndNoOtherLeader() {
        assertThat(authority(caller(leader), leader)).isEqualTo(Authority.ORDINARY);
        assertThat(authority(caller(UUID.randomUUID()), leader)).isEqualTo(Authority.NONE);
    }

    @Test
    void theStationOnlyWhereNoLeaderCan() {
        Caller coordinator = caller(null, new Grant(Role.STATION_COORDINATOR, "", station, null, null));
        assertThat(authority(coordinator, leader)).isEqualTo(Authority.NONE);
        assertThat(authority(coordinator, null)).isEqualTo(Authority.ORDINARY);
        // the leader's own hours
        assertThat(authority(coordinator, volunteer)).isEqualTo(Authority.ORDINARY);
        // a leader who was suspended
        assertThat(Authority.of(coordinator, record(), new Leadership(leader, false, false)))
                .isEqualTo(Authority.ORDINARY);
    }

    @Test
    void aDeputyLikeTheLeaderButNotAboutTheLeader() {
        Caller deputy = caller(UUID.randomUUID());
        assertThat(Authority.of(deputy, record(), new Leadership(leader, true, true)))
                .isEqualTo(Authority.ORDINARY);
        assertThat(Authority.of(deputy, record(), new Leadership(volunteer, true, true)))
                .isEqualTo(Authority.NONE);
        assertThat(Authority.of(deputy, record(), new Leadership(volunteer, false, true)))
                .isEqualTo(Authority.NONE);
        assertThat(Authority.of(caller(volunteer), record(), new Leadership(leader, true, true)))
                .isEqualTo(Authority.NONE);
    }

    @Test
    void nobodyTheirOwnWhateverTheyAre() {
        Caller operator = caller(volunteer, new Grant(Role.PLATFORM_OPERATOR, "", null, null, null));
        assertThat(authority(operator, null)).isEqualTo(Authority.NONE);
        assertThat(authority(caller(volunteer), volunteer)).isEqualTo(Authority.NONE);
    }

    @Test
    void administratorsAndTheOperatorWhereTheirDivisionReaches() {
        assertThat(authority(holder(Role.DISTRICT_ADMINISTRATOR, "530103"), leader))
                .isEqualTo(Authority.DISTRICT);
        assertThat(authority(holder(Role.DISTRICT_ADMINISTRATOR, "530102"), leader))
                .isEqualTo(Authority.NONE);
        assertThat(authority(holder(Role.PLATFORM_OPERATOR, ""), leader)).isEqualTo(Authority.PLATFORM);
        assertThat(authority(holder(Role.AUDITOR, ""), null)).isEqualTo(Authority.NONE);
    }

    private Authority authority(Caller caller, UUID leaderId) {
        boolean leads = leaderId != null && leaderId.equals(caller.volunteerId());
        return Authority.of(caller, record(), new Leadership(leaderId, leaderId != null, leads));
    }

    private static Caller holder(Role role, String prefix) {
        return caller(null, new Grant(role, prefix, null, null, null));
    }

    private static Caller caller(UUID volunteerId, Grant... grants) {
        return new Caller(UUID.randomUUID(), volunteerId, null, List.of(grants));
    }

    private ServiceRecord record() {
        Origin origin = new Origin(
                volunteer,
                UUID.randomUUID(),
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                station,
                "530103005005",
                ServiceCategory.MEALS,
                NOON,
                NOON.plusSeconds(3600),
                null,
                null,
                null);
        Entry entry = new Entry(UUID.randomUUID(), NOON, LocalDate.of(2026, 3, 16), true, null);
        return ServiceRecord.propose(UUID.randomUUID(), origin, Provenance.SCANNED, entry);
    }
}
