package org.linli.points.rule;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsRefusal;

/** What can be done with points rules. */
@ApplicationScoped
class RuleUseCase {
    private final RuleRepository rules;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    RuleUseCase(RuleRepository rules, Outbox outbox, Audit audit, LinliClock clock) {
        this.rules = rules;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<RuleView>> publish(Caller caller, RuleProposal proposal) {
        return switch (proposal.check(clock.today())) {
            case Outcome.Refused<RuleProposal> refused -> Uni.createFrom().item(refused.map(checked -> null));
            case Outcome.Done<RuleProposal>(RuleProposal checked) ->
                rules.isUnit(checked.unit())
                        .chain(known -> known
                                ? publish(checked)
                                : Steps.<PointsRule>refused(PointsRefusal.UNIT_UNKNOWN, "unit"))
                        .chain(outcome -> record(caller, "points-rule.published", outcome));
        };
    }

    private Uni<Outcome<PointsRule>> publish(RuleProposal checked) {
        return rules.isThere(checked.names())
                .chain(there -> there
                        ? rules.lockVersions(checked.code())
                                .map(versions -> PointsRule.publish(Ids.next(), checked, versions, clock.now()))
                        : Steps.refused(
                                KitRefusal.NOT_KNOWN_YET,
                                checked.names().activityId() == null ? "projectId" : "activityId"));
    }

    @WithTransaction
    Uni<Outcome<RuleView>> close(Caller caller, UUID id, LocalDate lastDay) {
        return rules.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(rule -> rule == null
                        ? Outcome.<PointsRule>refused(KitRefusal.NOT_FOUND)
                        : rule.close(lastDay, clock.today()))
                .chain(outcome -> record(caller, "points-rule.closed", outcome));
    }

    @WithSession
    Uni<Outcome<RuleView>> find(UUID id) {
        return rules.findById(id)
                .map(rule -> rule == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(RuleView.of(rule)));
    }

    @WithSession
    Uni<Page<RuleView>> list(LocalDate on, Naming names, Paging paging) {
        return rules.page(on, names, RuleKey.read(paging.afterKey()), paging.limit())
                .map(found -> page(found, paging.limit()));
    }

    private static Page<RuleView> page(List<PointsRule> found, int limit) {
        return Page.of(found, limit, rule -> RuleKey.of(rule).toString(), RuleView::of);
    }

    private Uni<Outcome<RuleView>> record(Caller caller, String action, Outcome<PointsRule> outcome) {
        return switch (outcome) {
            case Outcome.Refused<PointsRule> refused -> Uni.createFrom().item(refused.map(rule -> null));
            case Outcome.Done<PointsRule>(PointsRule rule) -> {
                // the event counts in the row, so it is made before the row is written
                var event = rule.published();
                yield rules.persistAndFlush(rule)
                        .call(saved -> outbox.add(Fact.of(saved.id(), saved.sequence(), null, event)))
                        .call(saved -> audit.record(caller, action, saved.id(), null, null))
                        .map(saved -> Outcome.done(RuleView.of(saved)));
            }
        };
    }
}
