package org.linli.registration.station;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls of the stations that succeed. */
public final class StationSamples implements FeatureSamples {
    private static final String STATIONS = "/api/v1/stations";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code());
        return Map.of(
                "POST " + STATIONS, () -> Sample.of(STATIONS, opening(district), token),
                "GET " + STATIONS, () -> Sample.of(STATIONS + "?near=102.75,25.05&within=1000", token),
                "GET " + STATIONS + "/{id}",
                        () -> Sample.of(STATIONS + "/" + Calls.by(token).create("stations", opening(district)), token),
                "GET " + STATIONS + "/coverage",
                        () -> Sample.of(STATIONS + "/coverage?below=" + district.code(), token));
    }

    @Override
    public Set<String> openToForeigners() {
        // stations are public, and so is where there is none
        return Set.of("GET " + STATIONS, "GET " + STATIONS + "/{id}", "GET " + STATIONS + "/coverage");
    }

    private static Map<String, Object> opening(District district) {
        return Map.of(
                "kind",
                "STATION",
                "name",
                "站" + UUID.randomUUID(),
                "division",
                district.community(),
                "longitude",
                102.75,
                "latitude",
                25.05,
                "openingHours",
                List.of(Map.of("day", "TUESDAY", "opens", "09:30", "closes", "11:30")),
                "serviceMenu",
                List.of("MEALS"),
                "coverage",
                List.of(district.community()));
    }
}
