package org.linli.points.badge;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
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

/** Shows badges, hands out their credentials, and takes badges back. */
@ApplicationScoped
class BadgeUseCase {
    private static final Role[] READERS = {
        Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.STATION_COORDINATOR, Role.AUDITOR
    };
    private static final Role[] DECIDERS = {Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR};

    private final BadgeRepository awards;
    private final BadgeRuleRepository rules;
    private final OpenBadge openBadge;
    private final BadgeKeys keys;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    BadgeUseCase(
            BadgeRepository awards,
            BadgeRuleRepository rules,
            OpenBadge openBadge,
            BadgeKeys keys,
            Outbox outbox,
            Audit audit,
            LinliClock clock) {
        this.awards = awards;
        this.rules = rules;
        this.openBadge = openBadge;
        this.keys = keys;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A credential that its holder may pass on. */
    record Credential(UUID id, String format, String credential) {
        @Override
        public String toString() {
            return "Credential[" + id + "]";
        }
    }

    /** Badges of one person, oldest first; without a person the caller's own. */
    @WithSession
    Uni<Outcome<Page<BadgeView>>> list(Caller caller, UUID volunteerId, Paging paging) {
        UUID whose = volunteerId == null ? caller.volunteerId() : volunteerId;
        if (whose == null) {
            return Steps.decided(Outcome.done(new Page<>(List.of(), null)));
        }
        return mayRead(caller, whose)
                .chain(may -> may
                        ? awards.page(whose, paging.afterId(), paging.limit())
                                .chain(found -> views(found)
                                        .map(views -> Outcome.done(Page.of(
                                                views,
                                                paging.limit(),
                                                view -> view.id().toString(),
                                                view -> view))))
                        : Steps.refused(KitRefusal.NOT_FOUND));
    }

    private Uni<Boolean> mayRead(Caller caller, UUID whose) {
        return whose.equals(caller.volunteerId())
                ? Uni.createFrom().item(true)
                : awards.divisionOf(whose)
                        .map(division -> division != null && caller.holds(DivisionCode.of(division), READERS));
    }

    private Uni<List<BadgeView>> views(List<BadgeAward> found) {
        List<UUID> ids = found.stream().map(BadgeAward::ruleId).distinct().toList();
        return rules.list("id in ?1", ids)
                .map(known -> known.stream().collect(Collectors.toMap(BadgeRule::id, Function.identity())))
                .map(byId -> views(found, byId));
    }

    private static List<BadgeView> views(List<BadgeAward> found, Map<UUID, BadgeRule> rules) {
        return found.stream()
                .map(award -> award.view(rules.get(award.ruleId())))
                .toList();
    }

    @WithSession
    Uni<Outcome<BadgeView>> find(Caller caller, UUID id) {
        return awards.findById(id)
                .chain(found -> Steps.keep(
                        see(caller, found),
                        award -> rules.findById(award.ruleId()).map(award::view)));
    }

    /** The credential of one's own badge; it is the same whenever it is asked for. */
    @WithSession
    Uni<Outcome<Credential>> credential(Caller caller, UUID id) {
        return awards.findById(id)
                .chain(found -> Steps.keep(
                        see(caller, found).then(award -> holder(caller, award)),
                        award -> rules.findById(award.ruleId())
                                .map(rule -> keys.signing().sign(openBadge.credential(award, rule)))
                                .map(signed -> new Credential(award.id(), "VC-JWT", signed))));
    }

    private static Outcome<BadgeAward> see(Caller caller, BadgeAward award) {
        boolean seen = award != null
                && (award.volunteerId().equals(caller.volunteerId()) || caller.holds(award.division(), READERS));
        return seen ? Outcome.done(award) : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    private static Outcome<BadgeAward> holder(Caller caller, BadgeAward award) {
        if (!award.volunteerId().equals(caller.volunteerId())) {
            return Outcome.refused(KitRefusal.FORBIDDEN);
        }
        return award.isRevoked() ? Outcome.refused(PointsRefusal.BADGE_REVOKED) : Outcome.done(award);
    }

    /** Takes a badge back by a decision: its credential no longer verifies, and the badge does not come again. */
    @WithTransaction
    Uni<Outcome<BadgeView>> revoke(Caller caller, UUID id, String reason) {
        return awards.lock(id)
                .chain(found -> Steps.then(
                        see(caller, found)
                                .then(award -> caller.holds(award.division(), DECIDERS)
                                        ? Outcome.done(award)
                                        : Outcome.refused(KitRefusal.FORBIDDEN)),
                        award -> Steps.then(
                                award.revoke(caller.accountId(), reason, clock.now()),
                                event -> awards.flush()
                                        .chain(() -> outbox.add(
                                                Fact.of(award.id(), award.sequence(), award.division(), event)))
                                        .chain(() -> audit.record(caller, "badge.revoke", id, award.division(), reason))
                                        .chain(() -> rules.findById(award.ruleId()))
                                        .map(rule -> Outcome.done(award.view(rule))))));
    }
}
