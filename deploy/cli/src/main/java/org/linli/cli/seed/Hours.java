package org.linli.cli.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.linli.cli.Refusal;

/**
 * The hours of the plan, person by person and record by record, without keeping any of them: whatever is asked is
 * computed again. The year's records come first; what is then missing to the city's total is brought forward, shared
 * out over everybody with hours by weights with a long tail, to the minute.
 */
final class Hours {
    private static final int LENGTH = 1;
    private static final int DAY = 2;
    private static final int KIND = 3;
    private static final int MONTH = 4;
    private static final int TAIL = 5;

    private static final List<String> KINDS = List.of(
            "MEALS",
            "CLEANING",
            "BATHING",
            "MEDICAL_ESCORT",
            "URGENT_ERRANDS",
            "MOBILITY",
            "REPAIRS",
            "COMPANIONSHIP",
            "OTHER");

    private final Terms terms;
    private final Chance chance;
    private final long total;
    private final long broughtForward;
    private final long weight;
    private final long[] weightBefore;

    private Hours(Terms terms, long total, long broughtForward, long[] weightBefore) {
        this.terms = terms;
        this.chance = new Chance(terms.seed());
        this.total = total;
        this.broughtForward = broughtForward;
        this.weightBefore = weightBefore;
        this.weight = weightBefore[weightBefore.length - 1];
    }

    static Hours of(Terms terms, List<Share> shares) {
        Chance chance = new Chance(terms.seed());
        long[] before = new long[shares.size() + 1];
        long ofTheYear = 0;
        for (int place = 0; place < shares.size(); place++) {
            Share share = shares.get(place);
            long sum = 0;
            for (int person = 0; person < share.serving(); person++) {
                sum += tail(chance, share.firstServing() + person);
            }
            before[place + 1] = before[place] + sum;
            for (int record = 0; record < share.records(); record++) {
                ofTheYear += length(chance, share.firstRecord() + record);
            }
        }
        long total = Math.multiplyExact(60, terms.scale().of(CityFigures.HOURS));
        long broughtForward = total - ofTheYear;
        if (broughtForward < before[before.length - 1]) {
            throw new Refusal("So many records a month leave no hours to be brought forward.", 2);
        }
        return new Hours(terms, total, broughtForward, before);
    }

    /** Minutes of the whole city. */
    long total() {
        return total;
    }

    /** Minutes that are brought forward. */
    long broughtForward() {
        return broughtForward;
    }

    /** What the people of a community bring forward, one record each. */
    List<PlannedRecord> broughtForward(int place, Share share) {
        List<PlannedRecord> records = new ArrayList<>(share.serving());
        LocalDate eve = LocalDate.of(terms.year() - 1, 12, 31);
        long before = weightBefore[place];
        for (int person = 0; person < share.serving(); person++) {
            long after = before + tail(chance, share.firstServing() + person);
            long minutes = upTo(after) - upTo(before);
            records.add(new PlannedRecord(
                    "B-" + (share.firstServing() + person),
                    share.firstPerson() + person,
                    share.community().code(),
                    null,
                    Math.toIntExact(minutes),
                    eve));
            before = after;
        }
        return records;
    }

    /** The minutes of everybody up to a weight: differences of it make exactly the whole. */
    private long upTo(long someWeight) {
        return Math.multiplyExact(broughtForward / weight, someWeight)
                + Math.multiplyExact(broughtForward % weight, someWeight) / weight;
    }

    /** The records of the year that people of a community have. */
    List<PlannedRecord> ofTheYear(Share share) {
        List<PlannedRecord> records = new ArrayList<>(share.records());
        for (int record = 0; record < share.records(); record++) {
            long number = share.firstRecord() + record;
            int person = record % share.serving();
            int turn = record / share.serving();
            // 5 and 12 have no divisor in common: a person's first twelve records fall into twelve months
            int month = (chance.below(12, MONTH, share.firstServing() + person, 0) + 5 * turn) % 12 + 1;
            Community place = number % 10 == 0 ? share.neighbour() : share.community();
            records.add(new PlannedRecord(
                    "Y-" + number,
                    share.firstPerson() + person,
                    place.code(),
                    KINDS.get(chance.below(KINDS.size(), KIND, number, 0)),
                    length(chance, number),
                    LocalDate.of(terms.year(), month, 1 + chance.below(28, DAY, number, 0))));
        }
        return records;
    }

    /** From half an hour to three hours, in quarters. */
    private static int length(Chance chance, long record) {
        return 30 + 15 * chance.below(11, LENGTH, record, 0);
    }

    /** Weights with a long tail: most are small, one in two hundred is sixty times the smallest. */
    private static long tail(Chance chance, long person) {
        return Math.min(20_000 / (chance.below(10_000, TAIL, person, 0) + 1) + 4, 400);
    }
}
