package org.linli.points.earning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.linli.kit.event.Batch;
import org.linli.kit.time.LinliClock;
import org.linli.points.ledger.Ledger;
import org.linli.points.ledger.PointsUnit;
import org.linli.points.ledger.Wanted;
import org.linli.points.rule.RuleBooks;
import org.linli.points.scheme.Schemes;

/** Turns a batch of events into postings: reads and judges first, then writes everything at once. */
@ApplicationScoped
public class EarnPoints {
    private static final Logger LOG = Logger.getLogger(EarnPoints.class);

    private final Ledger ledger;
    private final RuleBooks rules;
    private final Schemes schemes;
    private final SourceTable table;
    private final LinliClock clock;

    @Inject
    EarnPoints(Ledger ledger, RuleBooks rules, Schemes schemes, SourceTable table, LinliClock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.schemes = schemes;
        this.table = table;
        this.clock = clock;
    }

    /** Applies what a batch tells; events that were applied before change nothing. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        // an event may stand twice in one batch: the relay sends again what was not acknowledged
        Map<UUID, Batch.Of<Source>> sources = new LinkedHashMap<>();
        return Uni.createFrom()
                .item(() -> batch.<Source>of(Sources::read))
                .invoke(found ->
                        found.forEach(one -> sources.putIfAbsent(one.received().id(), one)))
                .chain(() -> table.applied(connection, sources.keySet()))
                .invoke(applied -> sources.keySet().removeAll(applied))
                .chain(() -> table.withPassbook(connection, volunteers(sources.values())))
                .chain(known -> table.letWait(connection, of(sources.values(), one -> !known.contains(one)))
                        .chain(() -> post(connection, of(sources.values(), known::contains))));
    }

    /** Applies what waited for volunteers whose passbooks were just opened. */
    public Uni<Void> applyWaiting(SqlConnection connection, Collection<UUID> volunteers) {
        if (volunteers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return table.takeWaiting(connection, volunteers).chain(events -> apply(connection, new Batch(events)));
    }

    private static List<Batch.Of<Source>> of(Collection<Batch.Of<Source>> sources, Predicate<UUID> volunteer) {
        return sources.stream()
                .filter(one -> volunteer.test(one.value().volunteerId()))
                .toList();
    }

    private Uni<Void> post(SqlConnection connection, List<Batch.Of<Source>> sources) {
        if (sources.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> causes =
                sources.stream().map(one -> one.value().causeId()).distinct().toList();
        return rules.read(connection)
                .chain(book -> schemes.all(connection)
                        .map(terms -> sources.stream()
                                .map(one -> Assessment.of(one.value(), book, terms, clock.today()))
                                .toList()))
                // the books are opened before the corrections are looked up: from then on the passbooks are locked
                .chain(assessments -> ledger.open(connection, wanted(assessments), clock.now())
                        .chain(books -> table.replaced(connection, causes)
                                .map(replaced -> Judged.all(assessments, books, replaced))
                                .call(() -> ledger.write(connection, books.changes()))))
                .invoke(EarnPoints::warn)
                .chain(judged -> table.record(connection, judged));
    }

    private static Wanted wanted(List<Assessment> assessments) {
        Wanted wanted = new Wanted(PointsUnit.POINTS);
        for (Assessment assessment : assessments) {
            assessment.earnings().forEach(wanted::earning);
            assessment.reversals().forEach(wanted::posting);
            if (!assessment.reversals().isEmpty()) {
                wanted.spending(assessment.source().volunteerId());
            }
        }
        return wanted;
    }

    private static void warn(List<Judged> judged) {
        judged.stream()
                .filter(one -> one.outcome() == SourceOutcome.DIFFERS)
                .forEach(one -> LOG.errorf(
                        "event %s tells of %s again with other content: nothing was posted for it",
                        one.source().eventId(), one.source().causeId()));
    }

    private static List<UUID> volunteers(Collection<Batch.Of<Source>> sources) {
        return sources.stream().map(one -> one.value().volunteerId()).distinct().toList();
    }
}
