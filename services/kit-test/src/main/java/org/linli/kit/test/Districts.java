package org.linli.kit.test;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The six digits of the district in which a test lives. Each asks for one of its own; the matrix of rights has all of
 * its samples in one, so that those who hold a role there hold it where each sample lies.
 */
public final class Districts {
    private static final int FIRST = 110_000;
    /** Province 99 is never there: tests of an unknown division use it. */
    private static final int PAST_THE_LAST = 990_000;

    /** The four digits of each city given away: a test that asks below its city meets nobody else's divisions there. */
    private static final Set<String> CITIES = ConcurrentHashMap.newKeySet();

    private static final ThreadLocal<String> SHARED = new ThreadLocal<>();

    private Districts() {}

    /** The digits of a district that is nobody else's; inside {@link #within} those given there. */
    public static String digits() {
        String shared = SHARED.get();
        return shared == null ? another() : shared;
    }

    /** The digits of a district in a city that is nobody else's, whatever is shared: two a level and never 00. */
    public static String another() {
        String digits;
        do {
            digits = Integer.toString(ThreadLocalRandom.current().nextInt(FIRST, PAST_THE_LAST));
        } while (digits.startsWith("00", 2) || digits.startsWith("00", 4) || !CITIES.add(digits.substring(0, 4)));
        return digits;
    }

    /** What is prepared here lies in that district. */
    static <T> T within(String digits, Supplier<T> preparation) {
        SHARED.set(digits);
        try {
            return preparation.get();
        } finally {
            SHARED.remove();
        }
    }
}
