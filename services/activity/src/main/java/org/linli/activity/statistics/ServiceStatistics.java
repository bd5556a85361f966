package org.linli.activity.statistics;

import java.util.List;
import java.util.Map;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.activity.RequestStatus;

/**
 * What was done in a division in a period. Service counts where and when it was given; an order counts where its place
 * is, in the period of its submission, wherever it stands now.
 *
 * @param division code
 * @param name of the division
 * @param level of the division
 * @param period {@code all}, a year or a month (Asia/Shanghai)
 * @param records counted service records (person-times, 人次)
 * @param volunteers people with counted service there, each once
 * @param minutes counted minutes
 * @param requestsByState orders by where they stand now; states without orders are left out
 * @param reviews reviews by recipients
 * @param averageStars of these reviews, two decimals; null without any
 * @param hops how long orders took from step to step
 * @param beneficiaries recipients with a completed order there, each once
 */
record ServiceStatistics(
        String division,
        String name,
        DivisionLevel level,
        String period,
        long records,
        long volunteers,
        long minutes,
        Map<RequestStatus, Long> requestsByState,
        long reviews,
        Double averageStars,
        List<HopTimes> hops,
        long beneficiaries) {

    ServiceStatistics {
        requestsByState = Map.copyOf(requestsByState);
        hops = List.copyOf(hops);
    }

    /**
     * How long one step of orders took, since the step before it.
     *
     * @param hop VERIFIED (since submission or reopening), DISPATCHED (since it lay in the pool), ACCEPTED, STARTED,
     *     COMPLETED
     * @param times how often
     * @param seconds all of them together
     * @param meanMinutes seconds by times, in minutes with one decimal
     */
    record HopTimes(String hop, long times, long seconds, double meanMinutes) {
        static HopTimes of(String hop, long times, long seconds) {
            return new HopTimes(hop, times, seconds, Math.round(seconds / 6.0 / times) / 10.0);
        }
    }
}
