package org.linli.notification.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/**
 * Which events of which district somebody asks for, and whether they may.
 *
 * @param district six digits
 * @param after number of the last event they have; null for whatever is kept
 * @param types patterns of SQL for the types asked for; empty for all
 */
record FeedQuestion(String district, Long after, List<String> types) {
    private static final int DIGITS_OF_A_DISTRICT = 6;
    private static final int MOST_TYPES = 50;
    private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
    /** A type, or the beginning of several. */
    private static final Pattern TYPE = Pattern.compile("linli(\\.[a-z0-9-]+)+(\\.\\*)?");

    FeedQuestion {
        types = List.copyOf(types);
    }

    /**
     * What somebody asks, in their words.
     *
     * @param district six digits; null for the one that the cursor or the role names
     * @param after a cursor; null without one
     * @param types type names separated by commas, each perhaps with {@code .*} at its end; null for all
     */
    record Asked(String district, String after, String types) {
        /** Of a stream: the id of the last event says more than where it once began. */
        static Asked ofAStream(String district, String after, String types, String lastEventId) {
            return new Asked(district, lastEventId == null || lastEventId.isBlank() ? after : lastEventId, types);
        }
    }

    /** The question, or why it is none that this caller may ask. */
    static Outcome<FeedQuestion> of(Caller caller, Asked asked) {
        FeedCursor cursor = null;
        if (asked.after() != null) {
            cursor = FeedCursor.of(asked.after()).orElse(null);
            if (cursor == null) {
                return Outcome.refused(KitRefusal.INVALID_VALUE, "after");
            }
        }
        if (asked.district() != null && !DISTRICT.matcher(asked.district()).matches()) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "district");
        }
        if (cursor != null && asked.district() != null && !asked.district().equals(cursor.district())) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "after");
        }
        String named = asked.district() == null && cursor != null ? cursor.district() : asked.district();
        Long after = cursor == null ? null : cursor.sequence();
        return patterns(asked.types())
                .then(types -> district(caller, named).map(district -> new FeedQuestion(district, after, types)));
    }

    /** The same caller's question a moment later. */
    FeedQuestion behind(long sequence) {
        return new FeedQuestion(district, sequence, types);
    }

    /** Whether a caller receives the feed of a district. */
    static boolean mayRead(Caller caller, String district) {
        return caller.scopes(Role.DISTRICT_SYSTEM).stream()
                .anyMatch(prefix -> prefix.length() <= DIGITS_OF_A_DISTRICT && district.startsWith(prefix));
    }

    private static Outcome<String> district(Caller caller, String named) {
        if (named != null) {
            return mayRead(caller, named) ? Outcome.done(named) : Outcome.refused(KitRefusal.FORBIDDEN);
        }
        List<String> scopes = caller.scopes(Role.DISTRICT_SYSTEM).stream()
                .filter(prefix -> prefix.length() <= DIGITS_OF_A_DISTRICT)
                .toList();
        if (scopes.isEmpty()) {
            return Outcome.refused(KitRefusal.FORBIDDEN);
        }
        boolean oneDistrict = scopes.size() == 1 && scopes.getFirst().length() == DIGITS_OF_A_DISTRICT;
        return oneDistrict ? Outcome.done(scopes.getFirst()) : Outcome.refused(KitRefusal.INVALID_VALUE, "district");
    }

    private static Outcome<List<String>> patterns(String types) {
        if (types == null || types.isBlank()) {
            return Outcome.done(List.of());
        }
        List<String> patterns = new ArrayList<>();
        for (String type : Arrays.asList(types.split(","))) {
            if (!TYPE.matcher(type).matches() || patterns.size() == MOST_TYPES) {
                return Outcome.refused(KitRefusal.INVALID_VALUE, "types");
            }
            patterns.add(type.endsWith(".*") ? type.substring(0, type.length() - 1) + "%" : type);
        }
        return Outcome.done(patterns);
    }
}
