package org.linli.registration.station;

/**
 * A place on earth.
 *
 * @param longitude WGS84 degrees, -180 to 180
 * @param latitude WGS84 degrees, -90 to 90
 * @throws IllegalArgumentException if it is not on earth
 */
record Place(double longitude, double latitude) {
    Place {
        // written so that NaN is refused too
        boolean onEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
        if (!onEarth) {
            throw new IllegalArgumentException("longitude is -180 to 180 and latitude -90 to 90 degrees");
        }
    }

    /**
     * Reads {@code lon,lat}.
     *
     * @throws IllegalArgumentException if it is not two numbers on earth
     */
    static Place read(String text) {
        String[] numbers = text.split(",", -1);
        if (numbers.length != 2) {
            throw new IllegalArgumentException("a place is written longitude,latitude");
        }
        return new Place(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }
}
