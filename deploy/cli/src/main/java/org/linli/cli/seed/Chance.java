package org.linli.cli.seed;

/** Numbers that look random and are the same for the same questions: everything about anybody can be asked again. */
record Chance(long seed) {

    /** A number from 0 to below {@code bound} for a purpose and two numbers (SplitMix64). */
    int below(int bound, int purpose, long one, long other) {
        long mixed = mix(seed + 0x9E3779B97F4A7C15L * (purpose + 1));
        mixed = mix(mixed ^ one * 0xBF58476D1CE4E5B9L);
        mixed = mix(mixed ^ other * 0x94D049BB133111EBL);
        return (int) Long.remainderUnsigned(mixed, bound);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
