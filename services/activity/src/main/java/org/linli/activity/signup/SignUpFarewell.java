package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.person.Farewell;
import org.linli.kit.time.LinliClock;

/** Places of coming sessions that somebody has who was erased go to whoever waits: one in a transaction. */
@ApplicationScoped
class SignUpFarewell implements Farewell {
    private static final String NEXT = """
            select u.id from sign_up u join activity_session s on s.id = u.session_id
            where s.starts_at > :now and (u.volunteer_id = :volunteer
                    and u.status in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
                or u.handover_to = :volunteer and u.status = 'CONFIRMED')
            order by u.id limit 1
            """;

    private final SessionBook book;
    private final SignUps signUps;
    private final SignUpLog log;
    private final Waitlist waitlist;
    private final LinliClock clock;

    @Inject
    SignUpFarewell(SessionBook book, SignUps signUps, SignUpLog log, Waitlist waitlist, LinliClock clock) {
        this.book = book;
        this.signUps = signUps;
        this.log = log;
        this.waitlist = waitlist;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> leave(UUID volunteer, UUID account) {
        Instant now = clock.now();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, UUID.class)
                        .setParameter("now", now)
                        .setParameter("volunteer", volunteer)
                        .getResultList())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(true)
                        : giveBack(found.getFirst(), volunteer, now).replaceWith(false));
    }

    private Uni<Void> giveBack(UUID id, UUID volunteer, Instant now) {
        return signUps.sessionOf(id)
                .chain(book::hold)
                .chain(held -> signUps.findById(id)
                        .chain(signUp -> move(held, signUp, volunteer, now))
                        .chain(() -> waitlist.fill(held, now)));
    }

    private Uni<Void> move(Held held, SignUp signUp, UUID volunteer, Instant now) {
        By by = By.time(now);
        Outcome<SignUpMove> moved = signUp.isOf(volunteer)
                ? signUp.withdraw(held.terms(), by)
                : signUp.declineHandover(volunteer, held.terms(), by);
        return switch (moved) {
            case Outcome.Refused<SignUpMove> meanwhile -> Uni.createFrom().voidItem();
            case Outcome.Done<SignUpMove>(SignUpMove move) ->
                log.keep(held, signUp, move).replaceWithVoid();
        };
    }
}
