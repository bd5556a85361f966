package org.linli.cli.seed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A city as it will be: how many people, hours, teams and stations every community gets. All sums are exact: what the
 * communities have makes what the districts have, and that makes the figures of the city (rounded half up at scales
 * below 1).
 */
final class CityPlan {
    private final Terms terms;
    private final List<Share> shares;
    private final CityFigures figures;
    private final Hours hours;

    private CityPlan(Terms terms, List<Share> shares, Hours hours) {
        this.terms = terms;
        this.shares = List.copyOf(shares);
        this.hours = hours;
        Share last = shares.getLast();
        long registered = last.firstPerson() + last.people();
        long serving = last.firstServing() + last.serving();
        this.figures = new CityFigures(
                terms.scale().of(CityFigures.RESIDENTS),
                registered,
                serving,
                hours.total(),
                serving + last.firstRecord() + last.records(),
                CityFigures.STATIONS,
                0);
    }

    /** Plans a city. */
    static CityPlan of(Sources sources, Terms terms) {
        long[] people = people(sources, terms.scale());
        long[] teams = teams(sources, terms.scale(), people);
        long[] serving = Apportionment.of(terms.scale().of(CityFigures.WITH_HOURS), people);
        long[] records = Apportionment.of(terms.records(Arrays.stream(serving).sum()), serving);
        long[] stations = stations(sources);
        List<Share> shares = new ArrayList<>();
        long person = 0;
        long server = 0;
        long record = 0;
        for (int place = 0; place < people.length; place++) {
            shares.add(new Share(
                    sources.communities().get(place),
                    neighbour(sources.communities(), place),
                    (int) people[place],
                    person,
                    (int) serving[place],
                    server,
                    (int) records[place],
                    record,
                    (int) teams[place],
                    (int) stations[place]));
            person += people[place];
            server += serving[place];
            record += records[place];
        }
        return new CityPlan(terms, shares, Hours.of(terms, shares));
    }

    /** The next community of the district, after the last one the first; itself if it is the only one. */
    private static Community neighbour(List<Community> communities, int place) {
        String district = communities.get(place).code().substring(0, 6);
        if (place + 1 < communities.size() && communities.get(place + 1).code().startsWith(district)) {
            return communities.get(place + 1);
        }
        return communities.stream()
                .filter(other -> other.code().startsWith(district))
                .findFirst()
                .orElseThrow();
    }

    /** Published figures of districts as they are, the rest by residents; within a district by kind of community. */
    private static long[] people(Sources sources, Scale scale) {
        long[] districts = shared(sources, scale.of(CityFigures.REGISTERED), scale, District::volunteers);
        return within(sources, districts);
    }

    /** Panlong's figure as it is; elsewhere as many for each volunteer as there. */
    private static long[] teams(Sources sources, Scale scale, long[] people) {
        long published = 0;
        long theirPeople = 0;
        for (District district : sources.districts()) {
            if (district.teams() >= 0) {
                published += district.teams();
                theirPeople += district.volunteers();
            }
        }
        long all = Math.round((double) CityFigures.REGISTERED * published / theirPeople);
        long[] districts = shared(sources, Math.max(scale.of(all), 1), scale, District::teams);
        long[] teams = new long[people.length];
        for (int place = 0; place < districts.length; place++) {
            spread(sources, sources.districts().get(place), districts[place], people, teams);
        }
        return teams;
    }

    /** One in every community; the others where the most volunteers are at full size. */
    private static long[] stations(Sources sources) {
        long[] real = people(sources, new Scale(java.math.BigDecimal.ONE));
        long[] more = Apportionment.of(CityFigures.STATIONS - real.length, real);
        return Arrays.stream(more).map(count -> count + 1).toArray();
    }

    private static long[] shared(
            Sources sources, long whole, Scale scale, java.util.function.ToLongFunction<District> published) {
        List<District> districts = sources.districts();
        long[] shares = new long[districts.size()];
        long[] weights = new long[districts.size()];
        long left = whole;
        for (int place = 0; place < shares.length; place++) {
            long known = published.applyAsLong(districts.get(place));
            if (known >= 0) {
                shares[place] = scale.of(known);
                left -= shares[place];
            } else {
                weights[place] = districts.get(place).residents();
            }
        }
        long[] others = Apportionment.of(Math.max(left, 0), weights);
        Arrays.setAll(shares, place -> shares[place] + others[place]);
        return shares;
    }

    private static long[] within(Sources sources, long[] districts) {
        long[] weights =
                sources.communities().stream().mapToLong(Community::weight).toArray();
        long[] people = new long[weights.length];
        for (int place = 0; place < districts.length; place++) {
            spread(sources, sources.districts().get(place), districts[place], weights, people);
        }
        return people;
    }

    /** Shares the whole of a district out over its communities, into their places of {@code shares}. */
    private static void spread(Sources sources, District district, long whole, long[] weights, long[] shares) {
        List<Community> communities = sources.communities();
        long[] own = weights.clone();
        Arrays.setAll(own, place -> communities.get(place).code().startsWith(district.prefix()) ? weights[place] : 0);
        long[] given = Apportionment.of(whole, own);
        Arrays.setAll(shares, place -> shares[place] + given[place]);
    }

    Terms terms() {
        return terms;
    }

    /** The communities in order; people and records are numbered along it. */
    List<Share> shares() {
        return shares;
    }

    /** What the statistics must show. */
    CityFigures figures() {
        return figures;
    }

    /** Teams in the whole city. */
    long teams() {
        return shares.stream().mapToLong(Share::teams).sum();
    }

    Hours hours() {
        return hours;
    }
}
