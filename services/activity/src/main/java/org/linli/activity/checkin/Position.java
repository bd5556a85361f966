package org.linli.activity.checkin;

/**
 * A place on earth.
 *
 * @param longitude WGS84 degrees, -180 to 180
 * @param latitude WGS84 degrees, -90 to 90
 */
record Position(double longitude, double latitude) {

    /** The place, or null unless both are known. */
    static Position of(Double longitude, Double latitude) {
        return longitude == null || latitude == null ? null : new Position(longitude, latitude);
    }
}
