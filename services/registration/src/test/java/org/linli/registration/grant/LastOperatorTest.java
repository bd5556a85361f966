package org.linli.registration.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The last operator without an end")
class LastOperatorTest {
    Surroundings surroundings;
    District district;
    UUID byConfiguration;

    /** The operator of all other tests gets an end for a while: still in force, but no longer one who remains. */
    @BeforeEach
    void theOperatorByConfigurationEndsOneDay() {
        district = District.fresh(surroundings);
        byConfiguration = AccountId.of(surroundings.issuer().url(), Surroundings.OPERATOR);
        limit("now() + interval '1 day'");
    }

    @AfterEach
    void asBefore() {
        limit("null");
        surroundings
                .database()
                .execute(
                        "update role_grant set revoked_at = now() where role = 'PLATFORM_OPERATOR' and account_id <> ?"
                                + " and revoked_at is null",
                        byConfiguration);
    }

    @RepeatedTest(5)
    void staysWhenAllAreRevokedAtOnce() {
        List<UUID> grants = Stream.generate(this::operator).limit(4).toList();

        List<Integer> statuses = Calls.together(grants.stream()
                .<Supplier<Response>>map(grant -> () -> revoke(grant))
                .toList());

        assertThat(statuses).containsExactlyInAnyOrder(200, 200, 200, 409);
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from role_grant where role = 'PLATFORM_OPERATOR'"
                                        + " and revoked_at is null and account_id <> ?",
                                byConfiguration))
                .isOne();
    }

    @Test
    void isNotReplacedByOneWhoBeginsTomorrow() {
        UUID now = operator();
        surroundings
                .database()
                .execute("update role_grant set valid_from = now() + interval '1 day' where id = ?", operator());

        revoke(now).then().statusCode(409).body("code", is("last-operator"));
    }

    private Response revoke(UUID grant) {
        return Calls.by(surroundings.operatorToken()).post("role-grants/" + grant + "/revocation");
    }

    /** Written down directly: the operator of these tests ends, and gives nobody what lasts longer. */
    private UUID operator() {
        UUID id = UUID.randomUUID();
        surroundings
                .database()
                .execute(
                        "insert into role_grant (id, account_id, role, division, division_prefix, valid_from,"
                                + " granted_at, sequence, version) values (?, ?, ?, ?, '', now(), now(), 1, 0)",
                        id,
                        district.somebody().accountId(),
                        Role.PLATFORM_OPERATOR.name(),
                        RoleGrant.EVERYWHERE);
        return id;
    }

    private void limit(String until) {
        surroundings
                .database()
                .execute("update role_grant set valid_until = " + until + " where account_id = ?", byConfiguration);
    }
}
