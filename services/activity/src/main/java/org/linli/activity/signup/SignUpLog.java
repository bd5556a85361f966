package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;

/** Records moves of sign-ups: places of the session, a line of the log, an event; in the transaction of the move. */
@ApplicationScoped
class SignUpLog {
    private final Outbox outbox;
    private final Guardians guardians;

    @Inject
    SignUpLog(Outbox outbox, Guardians guardians) {
        this.outbox = outbox;
        this.guardians = guardians;
    }

    /** Keeps a new sign-up. */
    Uni<SignUp> begin(Held held, SignUp signUp, SignUpMove move) {
        return Panache.getSession().chain(session -> session.persist(signUp)).chain(() -> keep(held, signUp, move));
    }

    /** Keeps a move; afterwards the sign-up has its new version. */
    Uni<SignUp> keep(Held held, SignUp signUp, SignUpMove move) {
        count(held, move.places());
        return Panache.getSession()
                .chain(session -> session.persist(new SignUpLogRow(Ids.next(), signUp.id(), move))
                        .chain(session::flush))
                .chain(() -> guardians.of(signUp.booking()))
                .chain(accounts -> outbox.add(told(signUp.booking(), signUp.id(), move, accounts)))
                .replaceWith(signUp);
    }

    private static Fact told(Booking booking, UUID id, SignUpMove move, List<UUID> guardians) {
        return Fact.of(id, move.sequence(), booking.community(), move.told(guardians));
    }

    /** The rules have asked whether there is room; if there is none after all, nothing of this may stay. */
    private static void count(Held held, int places) {
        if (places > 0 && !held.session().take(places)) {
            throw new IllegalStateException("no place left in session " + held.id());
        }
        if (places < 0) {
            held.session().giveBack(-places);
        }
    }
}
