package org.linli.registration.division;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Districts;
import org.linli.kit.test.Sample;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls of the divisions that succeed. */
public final class DivisionSamples implements FeatureSamples {
    private static final String DIVISIONS = "/api/v1/divisions";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.somebody().token();
        return Map.of(
                "POST " + DIVISIONS + "/import", () -> load(district),
                "GET " + DIVISIONS, () -> Sample.of(DIVISIONS + "?below=" + district.code(), token),
                "GET " + DIVISIONS + "/{code}", () -> Sample.of(DIVISIONS + "/" + district.code(), token),
                "GET " + DIVISIONS + "/{code}/children",
                        () -> Sample.of(DIVISIONS + "/" + district.code() + "/children", token),
                "GET " + DIVISIONS + "/{code}/path",
                        () -> Sample.of(DIVISIONS + "/" + district.community() + "/path", token),
                "GET " + DIVISIONS + "/{code}/current",
                        () -> Sample.of(DIVISIONS + "/" + district.community() + "/current", token),
                "GET " + DIVISIONS + "/{code}/covers/{other}",
                        () -> Sample.of(DIVISIONS + "/" + district.code() + "/covers/" + district.community(), token),
                "POST " + DIVISIONS + "/{code}/grids", () -> grid(district),
                "POST " + DIVISIONS + "/{code}/succession", () -> succession(district));
    }

    @Override
    public Set<String> openToForeigners() {
        // names of places are public
        return Set.of(
                "GET " + DIVISIONS,
                "GET " + DIVISIONS + "/{code}",
                "GET " + DIVISIONS + "/{code}/children",
                "GET " + DIVISIONS + "/{code}/path",
                "GET " + DIVISIONS + "/{code}/current",
                "GET " + DIVISIONS + "/{code}/covers/{other}");
    }

    private static Sample load(District district) {
        String file = "code,name,level,parent\n" + newCommunity(district) + ",新社区,community," + district.street();
        return Sample.of(DIVISIONS + "/import", file, district.surroundings().operatorToken());
    }

    private static Sample grid(District district) {
        String code = district.community() + "%03d".formatted(anyThreeDigits());
        return Sample.of(
                DIVISIONS + "/" + district.community() + "/grids",
                Map.of("code", code, "name", "网格"),
                district.tokenOf(Role.STATION_COORDINATOR, district.community()));
    }

    private static Sample succession(District district) {
        // what is succeeded is gone: not a place where other samples live
        District other = District.of(district.surroundings(), Districts.another());
        return Sample.of(
                DIVISIONS + "/" + other.community() + "/succession",
                Map.of("successor", other.otherCommunity(), "from", "2026-01-01"),
                district.surroundings().operatorToken());
    }

    private static String newCommunity(District district) {
        return district.digits() + "005" + "%03d".formatted(anyThreeDigits());
    }

    private static int anyThreeDigits() {
        return ThreadLocalRandom.current().nextInt(10, 1000);
    }
}
