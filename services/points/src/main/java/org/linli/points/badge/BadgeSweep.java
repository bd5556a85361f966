package org.linli.points.badge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/** The first day of a version came: orders a review for everybody who meets it already. */
@ApplicationScoped
class BadgeSweep implements DueWorkHandler {
    static final String KIND = "badge.sweep";

    private static final String ORDER = """
            insert into due_work as w (id, kind, subject, due_at)
            select gen_random_uuid(), 'badge.review', cast(tally.volunteer_id as text), :now
            from badge_tally tally join badge_rule rule on rule.id = :rule
            where badge_is_met(rule, tally)
                and not exists (
                    select from badge_award a where a.volunteer_id = tally.volunteer_id and a.code = rule.code)
            order by tally.volunteer_id
            on conflict (kind, subject) do update set due_at = least(w.due_at, excluded.due_at)
            """;

    private final LinliClock clock;

    @Inject
    BadgeSweep(LinliClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORDER)
                        .setParameter("now", clock.now())
                        .setParameter("rule", UUID.fromString(subject))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
