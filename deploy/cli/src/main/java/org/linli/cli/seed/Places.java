package org.linli.cli.seed;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The bodies with which stations and teams of a plan are made. */
final class Places {
    /** Stations of a district stand in rows of so many, half a kilometre apart: nobody surveyed them. */
    private static final int ROW = 16;

    private static final double STEP = 0.005;

    private final CityPlan plan;
    private final Map<String, District> districts = new HashMap<>();
    private final Map<String, Integer> placed = new HashMap<>();

    Places(CityPlan plan, Sources sources) {
        this.plan = plan;
        sources.districts().forEach(district -> districts.put(district.prefix(), district));
    }

    /** One for each station; the first of a community is its station, the others are service points. */
    Iterator<Map<String, Object>> stations(List<String> menu) {
        return plan.shares().stream()
                .flatMap(share -> IntStream.range(0, share.stations()).mapToObj(number -> station(share, number, menu)))
                .iterator();
    }

    /** One for each team; the first of a community is its own, the others serve one kind of need. */
    Iterator<Map<String, Object>> teams(List<String> menu) {
        return plan.shares().stream()
                .flatMap(share -> IntStream.range(0, share.teams())
                        .mapToObj(number -> Map.<String, Object>of(
                                "kind",
                                number == 0 ? "COMMUNITY" : "SPECIALTY",
                                "name",
                                name(share, "志愿服务队", number),
                                "division",
                                share.community().code(),
                                "categories",
                                number == 0 ? menu : List.of(menu.get(number % menu.size())))))
                .iterator();
    }

    private Map<String, Object> station(Share share, int number, List<String> menu) {
        District district = districts.get(share.community().code().substring(0, 6));
        int place = placed.merge(district.prefix(), 1, Integer::sum) - 1;
        return Map.of(
                "kind",
                number == 0 ? "STATION" : "SERVICE_POINT",
                "name",
                name(share, "志愿服务站", number),
                "division",
                share.community().code(),
                "longitude",
                longitude(district.prefix(), place),
                "latitude",
                latitude(district.prefix(), place),
                "serviceMenu",
                menu);
    }

    /** Where the station with that number of a district stands; the district by any code that begins with its own. */
    double longitude(String code, int place) {
        return districts.get(code.substring(0, 6)).longitude() + STEP * (place % ROW - ROW / 2);
    }

    double latitude(String code, int place) {
        return districts.get(code.substring(0, 6)).latitude() + STEP * (place / ROW - ROW / 2);
    }

    private static String name(Share share, String what, int number) {
        String more = number == 0 ? "" : Integer.toString(number + 1);
        return Stream.of("演示", share.community().shortName(), what, more).reduce("", String::concat);
    }
}
