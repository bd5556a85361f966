package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;

/** Records what a move of an order gave: the line of its history and the event, in the transaction of the move. */
@ApplicationScoped
class RequestLog {
    private final PersonalTexts texts;
    private final Outbox outbox;

    @Inject
    RequestLog(PersonalTexts texts, Outbox outbox) {
        this.texts = texts;
        this.outbox = outbox;
    }

    /** Records a move; afterwards the session is flushed, so that the order has its new version. */
    Uni<Void> record(HelpRequest request, Moved moved) {
        UUID id = Ids.next();
        HopRow row =
                new HopRow(id, moved.hop(), texts.sealReason(id, moved.hop().reason()));
        Fact fact = Fact.of(request.id(), moved.sequence(), request.ordered().community(), moved.event());
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
                .chain(() -> outbox.add(fact));
    }
}
