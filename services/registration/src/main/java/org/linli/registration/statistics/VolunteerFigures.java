package org.linli.registration.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.linli.contracts.DivisionLevel;

/**
 * The figures of a division and a period (product R11). Counts of people who live there.
 *
 * @param division its code
 * @param period {@code all}, a year {@code 2026} or a month {@code 2026-11}, in Asia/Shanghai
 * @param residents resident population; absent unless recorded for this very division
 * @param registered standing volunteers (neither refused nor left) who registered in the period
 * @param active those of them who may serve now
 * @param withHours standing volunteers with at least one counted minute on a day of the period
 * @param minutes all counted minutes on days of the period, also of those who left since
 * @param registeredShareOfResidents four decimals; absent without residents
 * @param withHoursShareOfRegistered of all standing volunteers, whenever they registered; four decimals; absent if
 *     there are none
 * @param stations that stand there now
 * @param urbanCommunities communities in force that are urban
 * @param urbanCommunitiesCovered those of them that a station serves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VolunteerFigures(
        String division,
        String name,
        DivisionLevel level,
        String period,
        Long residents,
        long registered,
        long active,
        long withHours,
        long minutes,
        BigDecimal registeredShareOfResidents,
        BigDecimal withHoursShareOfRegistered,
        long stations,
        long urbanCommunities,
        long urbanCommunitiesCovered) {
    private static final int DECIMALS = 4;

    /** A part of a whole as a fraction; null if there is no whole. */
    static BigDecimal share(long part, Long whole) {
        return whole == null || whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
