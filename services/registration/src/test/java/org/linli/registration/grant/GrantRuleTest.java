package org.linli.registration.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;
import org.linli.registration.RegistrationRefusal;

class GrantRuleTest {
    private static final UUID STATION = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void nobodyGivesARoleAboveTheirOwn() {
        Caller administrator = with(new Grant(Role.DISTRICT_ADMINISTRATOR, "530103", null, null, null));

        assertThat(GrantRule.allows(administrator, Role.PLATFORM_OPERATOR, GrantReach.everywhere()))
                .isFalse();
        assertThat(GrantRule.allows(administrator, Role.DISTRICT_ADMINISTRATOR, reach("530103")))
                .isTrue();
        assertThat(GrantRule.allows(administrator, Role.STATION_COORDINATOR, reach("530103005")))
                .isTrue();
    }

    @Test
    void nobodyGivesARoleOutsideTheirDivision() {
        Caller administrator = with(new Grant(Role.DISTRICT_ADMINISTRATOR, "530103", null, null, null));

        assertThat(GrantRule.allows(administrator, Role.STATION_COORDINATOR, reach("530102")))
                .isFalse();
        assertThat(GrantRule.allows(administrator, Role.STATION_COORDINATOR, reach("5301")))
                .isFalse();
    }

    @Test
    void theLevelDecidesWhatIsInsideNotTheTrailingZeros() {
        // 蓝村街道 370215010000 has nine significant digits: its neighbour 370215011 is outside
        Caller coordinator = with(new Grant(Role.STATION_COORDINATOR, "370215010", null, null, null));

        assertThat(GrantRule.allows(coordinator, Role.GRID_OFFICER, reach("370215010203")))
                .isTrue();
        assertThat(GrantRule.allows(coordinator, Role.GRID_OFFICER, reach("370215011001")))
                .isFalse();
        assertThat(GrantRule.allows(coordinator, Role.GRID_OFFICER, reach("370215")))
                .isFalse();
    }

    @Test
    void whoHoldsOneStationGivesRolesForThatStationOnly() {
        Caller coordinator = with(new Grant(Role.STATION_COORDINATOR, "530103", STATION, null, null));
        GrantReach own = new GrantReach("530103005005", "530103005005", STATION, null, null);
        GrantReach other = new GrantReach("530103005005", "530103005005", UUID.randomUUID(), null, null);

        assertThat(GrantRule.allows(coordinator, Role.STATION_COORDINATOR, own)).isTrue();
        assertThat(GrantRule.allows(coordinator, Role.STATION_COORDINATOR, other))
                .isFalse();
        assertThat(GrantRule.allows(coordinator, Role.GRID_OFFICER, reach("530103005005")))
                .isFalse();
    }

    @Test
    void nobodyGivesARoleThatLastsLongerThanTheirOwn() {
        Caller limited = with(new Grant(Role.DISTRICT_ADMINISTRATOR, "530103", null, null, null, NOW));

        done(give(limited, NOW));
        done(give(limited, NOW.minusSeconds(1)));
        assertRefused(give(limited, NOW.plusMillis(1)), RegistrationRefusal.GRANT_OUTLASTS_OWN);
        assertRefused(give(limited, null), RegistrationRefusal.GRANT_OUTLASTS_OWN);
        done(give(with(new Grant(Role.DISTRICT_ADMINISTRATOR, "530103", null, null, null)), null));
    }

    @Test
    void aGrantThatLastsElsewhereDoesNotLengthenOneThatEndsHere() {
        Caller caller = new Caller(
                UUID.randomUUID(),
                null,
                null,
                List.of(
                        new Grant(Role.DISTRICT_ADMINISTRATOR, "530103", null, null, null, NOW),
                        new Grant(Role.DISTRICT_ADMINISTRATOR, "530102", null, null, null),
                        new Grant(Role.STATION_COORDINATOR, "530103", null, null, null)));

        assertRefused(
                GrantRule.give(caller, Role.DISTRICT_ADMINISTRATOR, reach("530103"), null),
                RegistrationRefusal.GRANT_OUTLASTS_OWN);
        assertRefused(
                GrantRule.give(caller, Role.PLATFORM_OPERATOR, GrantReach.everywhere(), NOW),
                RegistrationRefusal.GRANT_ABOVE_OWN);
        done(GrantRule.give(caller, Role.STATION_COORDINATOR, reach("530103"), null));
    }

    @Test
    void anOperatorWhoEndsOrHasNotYetBegunDoesNotCountAsTheOneWhoRemains() {
        RoleGrant leaving = operator(NOW, null);

        assertThat(operator(NOW, null).isOtherOpenThan(leaving, NOW)).isTrue();
        assertThat(operator(NOW.plusSeconds(1), null).isOtherOpenThan(leaving, NOW))
                .isFalse();
        assertThat(operator(NOW, NOW.plusSeconds(1)).isOtherOpenThan(leaving, NOW))
                .isFalse();
        assertThat(leaving.isOtherOpenThan(leaving, NOW)).isFalse();
    }

    @Test
    void auditorsAndLeadersGiveNothing() {
        for (Role role : List.of(Role.AUDITOR, Role.TEAM_LEADER, Role.GRID_OFFICER, Role.MERCHANT)) {
            Caller caller = with(new Grant(role, "", null, null, null));
            assertThat(GrantRule.allows(caller, Role.MERCHANT, reach("530103")))
                    .as(role.name())
                    .isFalse();
        }
    }

    @Test
    void aGrantHasOneHolderAndOneTarget() {
        UUID account = UUID.randomUUID();
        assertRefused(
                request(null, null, Role.MERCHANT, "530103000000", null, null).check(),
                RegistrationRefusal.HOLDER_UNCLEAR);
        assertRefused(
                request(account, account, Role.MERCHANT, "530103000000", null, null)
                        .check(),
                RegistrationRefusal.HOLDER_UNCLEAR);
        assertRefused(
                request(account, null, Role.MERCHANT, "530103000000", STATION, STATION)
                        .check(),
                RegistrationRefusal.GRANT_TARGET_UNCLEAR);
        assertRefused(
                request(account, null, Role.PLATFORM_OPERATOR, "530103000000", null, null)
                        .check(),
                RegistrationRefusal.GRANT_TARGET_UNCLEAR);
        assertRefused(
                request(account, null, Role.MERCHANT, RoleGrant.EVERYWHERE, null, null)
                        .check(),
                RegistrationRefusal.GRANT_TARGET_UNCLEAR);
        done(request(account, null, Role.PLATFORM_OPERATOR, RoleGrant.EVERYWHERE, null, null)
                .check());
    }

    @Test
    void nothingCountsBackwards() {
        assertThat(done(RoleGrant.Period.of(NOW.minusSeconds(60), null, NOW)).from())
                .isEqualTo(NOW);
        assertThat(done(RoleGrant.Period.of(NOW.plusSeconds(60), null, NOW)).from())
                .isEqualTo(NOW.plusSeconds(60));
        assertRefused(RoleGrant.Period.of(null, NOW, NOW), RegistrationRefusal.GRANT_PERIOD_INVALID);
    }

    @Test
    void aGrantIsRevokedOnce() {
        RoleGrant grant = RoleGrant.give(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Role.MERCHANT,
                reach("530103"),
                new RoleGrant.Period(NOW, null),
                null,
                NOW);

        done(grant.revoke(UUID.randomUUID(), NOW));

        assertThat(grant.sequence()).isEqualTo(2);
        assertRefused(grant.revoke(UUID.randomUUID(), NOW), RegistrationRefusal.GRANT_ALREADY_REVOKED);
    }

    private static GrantRequest request(
            UUID account, UUID volunteer, Role role, String division, UUID station, UUID team) {
        return new GrantRequest(
                new GrantRequest.Holder(account, volunteer), role, division, station, team, null, null, null);
    }

    private static Outcome<GrantReach> give(Caller caller, Instant until) {
        return GrantRule.give(caller, Role.STATION_COORDINATOR, reach("530103005"), until);
    }

    private static RoleGrant operator(Instant from, Instant until) {
        return RoleGrant.give(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Role.PLATFORM_OPERATOR,
                GrantReach.everywhere(),
                new RoleGrant.Period(from, until),
                null,
                NOW);
    }

    private static GrantReach reach(String prefix) {
        return new GrantReach((prefix + "000000000000").substring(0, 12), prefix, null, null, null);
    }

    private static Caller with(Grant grant) {
        return new Caller(UUID.randomUUID(), null, null, List.of(grant));
    }
}
