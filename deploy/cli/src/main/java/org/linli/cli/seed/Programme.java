package org.linli.cli.seed;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is to come in a planned city: activities of its communities with two sessions each, for those who look around
 * for something to do. No source says how many there are; they grow with the number of volunteers.
 */
final class Programme {
    /** At the real size; one for every 300 volunteers. */
    static final long ACTIVITIES = 5_000;

    private static final int SESSIONS = 2;
    private static final int CAPACITY = 20;
    /** Sessions lie within four weeks that begin in a week: what is built in one day is still to come for a while. */
    private static final int DAYS_AHEAD = 7;

    private static final int DAYS = 28;
    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final int HOURS = 10;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> CATEGORIES = List.of("ENVIRONMENT", "HAIRCUTS", "CULTURE");

    private final CityPlan plan;
    private final Places places;
    private final LocalDate from;
    private final long[] counts;

    /** @param from the day on which the city began to be built */
    Programme(CityPlan plan, Places places, LocalDate from) {
        this.plan = plan;
        this.places = places;
        this.from = from;
        long[] people = plan.shares().stream().mapToLong(Share::people).toArray();
        this.counts = Apportionment.of(plan.terms().scale().of(ACTIVITIES), people);
    }

    /**
     * An activity and its sessions, as they are sent.
     *
     * @param name says which one it is, always the same
     */
    record Planned(String name, Map<String, Object> draft, List<Map<String, Object>> sessions) {}

    /** How many activities there are. */
    long size() {
        return plan.terms().scale().of(ACTIVITIES);
    }

    /** All of them, community by community. */
    Iterator<Planned> all() {
        Map<String, Integer> placed = new HashMap<>();
        return IntStream.range(0, counts.length)
                .boxed()
                .flatMap(number -> {
                    Share share = plan.shares().get(number);
                    String district = share.community().code().substring(0, 6);
                    int place = placed.merge(district, share.stations(), Integer::sum) - share.stations();
                    return IntStream.range(0, (int) counts[number])
                            .mapToObj(one -> planned(share, place, number + one, one));
                })
                .iterator();
    }

    private Planned planned(Share share, int place, int turn, int number) {
        String community = share.community().code();
        Map<String, Object> activity = Map.of(
                "category",
                CATEGORIES.get(turn % CATEGORIES.size()),
                "title",
                "演示" + share.community().shortName() + "志愿活动" + (number + 1),
                "description",
                "演示:社区志愿活动",
                "place",
                Map.of(
                        "address",
                        "演示" + share.community().shortName(),
                        "longitude",
                        places.longitude(community, place),
                        "latitude",
                        places.latitude(community, place)));
        List<Map<String, Object>> sessions = IntStream.range(0, SESSIONS)
                .mapToObj(session -> session(turn * 5 + session * DAYS / SESSIONS, turn))
                .toList();
        return new Planned(
                "activity " + community + " " + number + " " + from,
                Map.of("division", community, "plan", activity),
                sessions);
    }

    private Map<String, Object> session(int day, int turn) {
        ZonedDateTime starts = from.plusDays(DAYS_AHEAD + day % DAYS)
                .atTime(FIRST)
                .atZone(ZONE)
                .plusHours(turn % HOURS);
        return Map.of(
                "startsAt", starts.toInstant().toString(),
                "endsAt", starts.plusHours(2).toInstant().toString(),
                "capacity", CAPACITY);
    }
}
