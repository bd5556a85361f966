package org.linli.cli.seed;

/**
 * A district with what is known of it (seeds/kunming.csv).
 *
 * @param code 12 digits
 * @param residents permanent residents: its weight
 * @param volunteers at full size; -1 if no figure is published
 * @param teams at full size; -1 if no figure is published
 * @param longitude rough middle, degrees
 * @param latitude rough middle, degrees
 */
record District(
        String code, String name, long residents, long volunteers, long teams, double longitude, double latitude) {

    /** The six digits its communities begin with. */
    String prefix() {
        return code.substring(0, 6);
    }
}
