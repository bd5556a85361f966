package org.linli.registration.statistics;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls of the statistics that succeed. */
public final class StatisticsSamples implements FeatureSamples {
    private static final String FIGURES = "/api/v1/statistics/volunteers";
    private static final String POPULATION = "/api/v1/divisions/{code}/population";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.somebody().token();
        return Map.of(
                "GET " + FIGURES,
                () -> Sample.of(FIGURES + "?division=" + district.code(), token),
                "GET " + FIGURES + "/by-division",
                () -> Sample.of(FIGURES + "/by-division?division=" + district.code(), token),
                "GET " + POPULATION,
                () -> recorded(district, token),
                "PUT " + POPULATION,
                () -> Sample.of(
                        population(district),
                        Map.of("residents", 10_000),
                        district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code())),
                "POST /api/v1/operations/registration/statistics/recount",
                () -> Sample.of(
                        "/api/v1/operations/registration/statistics/recount",
                        Map.of("repair", false),
                        district.surroundings().operatorToken()));
    }

    @Override
    public Set<String> openToForeigners() {
        // counts of people without names are public
        return Set.of("GET " + FIGURES, "GET " + FIGURES + "/by-division", "GET " + POPULATION);
    }

    private static Sample recorded(District district, String token) {
        Calls.by(district.surroundings().operatorToken())
                .put("divisions/" + district.code() + "/population", Map.of("residents", 10_000))
                .then()
                .statusCode(200);
        return Sample.of(population(district), token);
    }

    private static String population(District district) {
        return "/api/v1/divisions/" + district.code() + "/population";
    }
}
