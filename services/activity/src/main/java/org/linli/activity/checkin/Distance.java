package org.linli.activity.checkin;

/** How far two places are from each other. */
final class Distance {
    /** Mean radius of the earth in metres (IUGG). */
    private static final double EARTH_RADIUS = 6_371_008.8;

    private Distance() {}

    /** Metres along the surface between two places in WGS84 degrees, by the haversine formula. */
    static int metres(Position here, Position there) {
        double northward = Math.toRadians(there.latitude() - here.latitude());
        double eastward = Math.toRadians(there.longitude() - here.longitude());
        double haversine = square(Math.sin(northward / 2))
                + Math.cos(Math.toRadians(here.latitude()))
                        * Math.cos(Math.toRadians(there.latitude()))
                        * square(Math.sin(eastward / 2));
        return (int) Math.round(2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, haversine))));
    }

    private static double square(double value) {
        return value * value;
    }
}
