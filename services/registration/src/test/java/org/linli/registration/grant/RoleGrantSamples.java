package org.linli.registration.grant;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls of the role grants that succeed. */
public final class RoleGrantSamples implements FeatureSamples {
    private static final String GRANTS = "/api/v1/role-grants";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code());
        return Map.of(
                "POST " + GRANTS,
                        () -> Sample.of(
                                GRANTS,
                                Map.of(
                                        "holder",
                                                Map.of(
                                                        "accountId",
                                                        district.somebody().accountId()),
                                        "role", "GRID_OFFICER",
                                        "division", district.community()),
                                token),
                "GET " + GRANTS, () -> Sample.of(GRANTS, token),
                "POST " + GRANTS + "/{id}/revocation",
                        () -> Sample.of(
                                GRANTS + "/"
                                        + district.give(
                                                district.somebody().accountId(),
                                                Role.GRID_OFFICER,
                                                district.community())
                                        + "/revocation",
                                token));
    }

    @Override
    public Set<String> openToForeigners() {
        // answers only what lies in the caller's own scope
        return Set.of("GET " + GRANTS);
    }
}
