package org.linli.registration.apikey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about API keys that succeed. */
public final class ApiKeySamples implements FeatureSamples {
    private static final String KEYS = "/api/v1/api-keys";

    /** A key for something at the door of a community. */
    static Map<String, Object> gate(District district, Role role, String... resources) {
        return Map.of(
                "name", "gate of " + district.community(),
                "role", role.name(),
                "division", district.community(),
                "resources", List.of(resources),
                "mayWrite", true,
                "perMinute", 60,
                // whole seconds, as a client writes them
                "until",
                        Instant.now()
                                .plus(30, ChronoUnit.DAYS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code());
        Supplier<Map<String, Object>> gate = () -> gate(district, Role.GRID_OFFICER, "check-ins");
        return Map.of(
                "POST " + KEYS, () -> Sample.of(KEYS, gate.get(), token),
                "GET " + KEYS, () -> Sample.of(KEYS, token),
                "POST " + KEYS + "/{id}/revocation",
                        () -> Sample.of(
                                KEYS + "/" + Calls.by(token).create("api-keys", gate.get()) + "/revocation", token));
    }

    @Override
    public Set<String> openToForeigners() {
        // answers only what lies in the caller's own scope
        return Set.of("GET " + KEYS);
    }

    @Override
    public Set<String> withoutKey() {
        // its answer has the key in plain text, which is kept nowhere (decision 40)
        return Set.of("POST " + KEYS);
    }
}
