package org.linli.registration.station;

/**
 * The box of degrees that holds everything within some metres of a place: what an index on latitude and longitude can
 * look up before real distances are computed. It may hold a little more, never less. It ends at the 180th meridian.
 *
 * @param west degrees of longitude
 * @param south degrees of latitude
 * @param east degrees of longitude
 * @param north degrees of latitude
 */
record Surroundings(double west, double south, double east, double north) {
    /** On the sphere of {@code metres_between}: 6,371,008.8 m × π / 180, rounded down so that no box is too small. */
    private static final double METRES_PER_DEGREE = 111_195.0;

    /** The box around a place. */
    static Surroundings of(Place place, double metres) {
        double tall = metres / METRES_PER_DEGREE;
        double furthest = Math.abs(place.latitude()) + tall;
        // towards the poles meridians meet: there the box goes all around
        double wide = furthest >= 89 ? 360 : tall / Math.cos(Math.toRadians(furthest));
        return new Surroundings(
                Math.max(-180, place.longitude() - wide),
                Math.max(-90, place.latitude() - tall),
                Math.min(180, place.longitude() + wide),
                Math.min(90, place.latitude() + tall));
    }
}
