package org.linli.activity.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.linli.activity.statistics.ServiceStatistics.HopTimes;
import org.linli.activity.statistics.StatisticsTable.Asked;
import org.linli.activity.statistics.StatisticsTable.Measure;
import org.linli.activity.statistics.StatisticsTable.Service;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Outcome;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Shows statistics. They name nobody, and the city publishes them: every signed-in person may read them. */
@ApplicationScoped
class StatisticsUseCase {
    private static final List<String> HOPS = List.of("VERIFIED", "DISPATCHED", "ACCEPTED", "STARTED", "COMPLETED");

    private final StatisticsTable table;
    private final Pool pool;

    @Inject
    StatisticsUseCase(StatisticsTable table, Pool pool) {
        this.table = table;
        this.pool = pool;
    }

    /** The figures of one division. */
    Uni<Outcome<ServiceStatistics>> one(String division, String period) {
        return figures(Asked.one(division), period)
                .map(found -> found.isEmpty()
                        ? Outcome.refused(KitRefusal.NOT_FOUND, "division")
                        : Outcome.done(found.getFirst()));
    }

    /** The figures of the divisions right below one, in the order of their codes. */
    Uni<Outcome<Page<ServiceStatistics>>> children(String parent, String period, Paging paging) {
        return figures(Asked.children(parent, paging.afterKey(), paging.limit() + 1), period)
                .map(found -> Outcome.done(
                        Page.of(found, paging.limit(), ServiceStatistics::division, statistics -> statistics)));
    }

    private Uni<List<ServiceStatistics>> figures(Asked asked, String period) {
        return table.service(pool, asked, period)
                .chain(service -> table.requests(pool, asked, period)
                        .map(measures -> service.stream()
                                .map(one -> of(one, period, measures.getOrDefault(one.code(), List.of())))
                                .toList()));
    }

    private static ServiceStatistics of(Service service, String period, List<Measure> measures) {
        Map<RequestStatus, Long> states = new EnumMap<>(RequestStatus.class);
        measures.stream()
                .filter(measure -> measure.name().startsWith("state:"))
                .forEach(measure ->
                        states.put(RequestStatus.valueOf(measure.name().substring(6)), measure.times()));
        Measure reviews = measure(measures, "review");
        return new ServiceStatistics(
                service.code(),
                service.name(),
                service.level(),
                period,
                service.records(),
                service.volunteers(),
                service.minutes(),
                states,
                reviews.times(),
                reviews.times() == 0 ? null : Math.round(100.0 * reviews.amount() / reviews.times()) / 100.0,
                HOPS.stream()
                        .map(hop -> measure(measures, "hop:" + hop))
                        .filter(hop -> hop.times() > 0)
                        .map(hop -> HopTimes.of(hop.name().substring(4), hop.times(), hop.amount()))
                        .toList(),
                measures.stream()
                        .filter(measure -> measure.name().startsWith("served:"))
                        .mapToLong(Measure::times)
                        .sum());
    }

    private static Measure measure(List<Measure> measures, String name) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElse(new Measure(name, 0, 0));
    }
}
