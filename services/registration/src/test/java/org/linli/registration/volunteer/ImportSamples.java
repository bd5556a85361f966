package org.linli.registration.volunteer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;
import org.linli.registration.Imports;

/** Calls of the import that succeed. */
public final class ImportSamples implements FeatureSamples {
    private static final String IMPORTS = "/api/v1/volunteer-imports";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        Imports imports = Imports.fresh(district);
        return Map.of(
                "POST " + IMPORTS,
                () -> Sample.of(
                        IMPORTS,
                        imports.batch(List.of(imports.row())),
                        district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code())),
                "POST /api/v1/volunteers/{id}/account",
                () -> Sample.of(
                        "/api/v1/volunteers/" + imports.imported() + "/account",
                        Map.of("accountId", district.somebody().accountId(), "reason", "card seen"),
                        district.tokenOf(Role.STATION_COORDINATOR, district.community())));
    }

    @Override
    public Set<String> openToForeigners() {
        // answers row by row; what lies outside the caller's division is refused there
        return Set.of("POST " + IMPORTS);
    }
}
