package org.linli.cli.seed;

/**
 * The figures of a city (seed system S01), planned or found.
 *
 * @param residents permanent residents
 * @param registered volunteers
 * @param withHours volunteers with counted service
 * @param minutes counted minutes
 * @param records counted service records
 * @param stations volunteer service stations
 * @param uncovered communities that no station serves
 */
record CityFigures(
        long residents, long registered, long withHours, long minutes, long records, long stations, long uncovered) {
    /** Kunming as the report has it: 1,500,000 volunteers are 17.62 % of the residents. */
    static final long REGISTERED = 1_500_000;

    static final long WITH_HOURS = 993_383;
    static final long HOURS = 146_000_000;
    static final long STATIONS = 2_517;
    static final long RESIDENTS = Math.round(REGISTERED / 0.1762);
}
