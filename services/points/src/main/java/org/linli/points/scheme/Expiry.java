package org.linli.points.scheme;

/** When the points of a scheme end. */
public enum Expiry {
    /** Never. */
    NONE,
    /** With the last day of the year in which they were credited. */
    END_OF_YEAR,
    /** So many years after the day on which they were credited; the anniversary still counts. */
    YEARS
}
