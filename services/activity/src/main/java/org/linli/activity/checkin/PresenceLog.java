package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.checkin.PresenceLogRow.PresenceFact;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.kit.Ids;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;

/** Records arrivals and departures: a line of the log and an event, in the transaction of the call. */
@ApplicationScoped
class PresenceLog {
    private final Outbox outbox;

    @Inject
    PresenceLog(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Keeps a new pair and tells of the arrival. */
    Uni<Presence> arrived(Presence presence, Evidence evidence) {
        return Panache.getSession()
                .chain(session -> session.persist(presence).chain(session::flush))
                .chain(() -> keep(presence, PresenceFact.ARRIVED, evidence, presence.arrived()));
    }

    /** Keeps a closed pair and tells of the departure. */
    Uni<Presence> left(Presence presence, Evidence evidence, ActivityEvent departure) {
        return keep(presence, PresenceFact.LEFT, evidence, departure);
    }

    private Uni<Presence> keep(Presence presence, PresenceFact fact, Evidence evidence, ActivityEvent event) {
        Fact told = Fact.of(presence.id(), presence.sequence(), presence.division(), event);
        return Panache.getSession()
                .chain(session -> session.persist(new PresenceLogRow(Ids.next(), presence, fact, evidence))
                        .chain(session::flush))
                .chain(() -> outbox.add(told))
                .replaceWith(presence);
    }
}
