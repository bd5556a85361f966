package org.linli.points.badge;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
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
import org.linli.kit.work.DueWork;

/** What can be done with rules of badges. */
@ApplicationScoped
class BadgeRuleUseCase {
    private final BadgeRuleRepository rules;
    private final DueWork dueWork;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    BadgeRuleUseCase(BadgeRuleRepository rules, DueWork dueWork, Outbox outbox, Audit audit, LinliClock clock) {
        this.rules = rules;
        this.dueWork = dueWork;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes a version; whoever meets it already gets the badge on its first day. */
    @WithTransaction
    Uni<Outcome<BadgeRuleView>> publish(Caller caller, BadgeProposal proposal) {
        return Steps.then(
                proposal.check(clock.today()),
                checked -> rules.lockVersions(checked.code())
                        .map(versions -> BadgeRule.publish(Ids.next(), checked, versions, clock.now()))
                        .chain(outcome -> Steps.then(
                                outcome,
                                rule -> record(caller, "badge-rule.published", rule)
                                        .call(() -> dueWork.schedule(
                                                BadgeSweep.KIND,
                                                rule.id(),
                                                rule.validFrom()
                                                        .atStartOfDay(LinliClock.ZONE)
                                                        .toInstant())))));
    }

    @WithTransaction
    Uni<Outcome<BadgeRuleView>> close(Caller caller, UUID id, LocalDate lastDay) {
        return rules.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(rule -> rule == null
                        ? Outcome.<BadgeRule>refused(KitRefusal.NOT_FOUND)
                        : rule.close(lastDay, clock.today()))
                .chain(outcome -> Steps.then(outcome, rule -> record(caller, "badge-rule.closed", rule)));
    }

    @WithSession
    Uni<Outcome<BadgeRuleView>> find(UUID id) {
        return rules.findById(id)
                .map(rule -> rule == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(rule.view()));
    }

    @WithSession
    Uni<Page<BadgeRuleView>> list(Paging paging) {
        return rules.page(paging.afterId(), paging.limit())
                .map(found -> Page.of(found, paging.limit(), rule -> rule.id().toString(), BadgeRule::view));
    }

    private Uni<Outcome<BadgeRuleView>> record(Caller caller, String action, BadgeRule rule) {
        // the event counts in the row, so it is made before the row is written
        var event = rule.published();
        return rules.persistAndFlush(rule)
                .call(saved -> outbox.add(Fact.of(saved.id(), saved.sequence(), null, event)))
                .call(saved -> audit.record(caller, action, saved.id(), null, null))
                .map(saved -> Outcome.done(saved.view()));
    }
}
