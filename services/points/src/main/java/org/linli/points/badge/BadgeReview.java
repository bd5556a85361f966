package org.linli.points.badge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.BadgeEvent;
import org.linli.contracts.points.BadgeState;
import org.linli.kit.Ids;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/** Awards the badges whose rules somebody meets. Each once: a second award of the same badge finds the first one. */
@ApplicationScoped
class BadgeReview implements DueWorkHandler {
    private static final int SALT_BYTES = 16;
    private static final String MET = """
            select rule.id, rule.code, rule.version, p.division
            from badge_tally tally join passbook p on p.volunteer_id = tally.volunteer_id
                join badge_rule rule on badge_is_met(rule, tally)
                    and rule.valid_from <= :today and (rule.valid_until is null or rule.valid_until >= :today)
            where tally.volunteer_id = :volunteer
                and not exists (
                    select from badge_award a where a.volunteer_id = tally.volunteer_id and a.code = rule.code)
            order by rule.code
            """;
    private static final String AWARD = """
            insert into badge_award (id, volunteer_id, code, rule_id, rule_version, division, awarded_at, salt,
                sequence, row_version)
            values (:id, :volunteer, :code, :rule, :version, :division, :now, :salt, 1, 0)
            on conflict (volunteer_id, code) do nothing
            """;

    private final Outbox outbox;
    private final LinliClock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    BadgeReview(Outbox outbox, LinliClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "badge.review";
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        UUID volunteer = UUID.fromString(subject);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MET, Object[].class)
                        .setParameter("volunteer", volunteer)
                        .setParameter("today", clock.today())
                        .getResultList())
                .chain(rows -> awardAll(volunteer, rows, 0));
    }

    private Uni<Void> awardAll(UUID volunteer, List<Object[]> rows, int next) {
        return next == rows.size()
                ? Uni.createFrom().voidItem()
                : award(volunteer, rows.get(next)).chain(() -> awardAll(volunteer, rows, next + 1));
    }

    private Uni<Void> award(UUID volunteer, Object[] rule) {
        BadgeState state = new BadgeState(
                Ids.next(), volunteer, (String) rule[1], (Integer) rule[2], (String) rule[3], clock.now(), null);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AWARD)
                        .setParameter("id", state.awardId())
                        .setParameter("volunteer", volunteer)
                        .setParameter("code", state.badgeCode())
                        .setParameter("rule", rule[0])
                        .setParameter("version", state.ruleVersion())
                        .setParameter("division", state.division())
                        .setParameter("now", state.awardedAt())
                        .setParameter("salt", salt())
                        .executeUpdate())
                .chain(awarded -> awarded == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.add(Fact.of(
                                state.awardId(),
                                1,
                                DivisionCode.of(state.division()),
                                new BadgeEvent.BadgeAwarded(state))));
    }

    private String salt() {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
