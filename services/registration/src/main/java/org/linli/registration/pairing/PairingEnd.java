package org.linli.registration.pairing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.contracts.registration.PairingEvent;
import org.linli.kit.Outcome;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;

/** Ends pairings because one of the two left, in the current Hibernate session. */
@ApplicationScoped
class PairingEnd {
    private final PairingRepository pairings;
    private final Outbox outbox;

    @Inject
    PairingEnd(PairingRepository pairings, Outbox outbox) {
        this.pairings = pairings;
        this.outbox = outbox;
    }

    /** Ends all of these; their rows are locked. */
    Uni<Void> end(List<Pairing> lasting, Instant now) {
        List<Fact> facts = new ArrayList<>();
        for (Pairing pairing : lasting) {
            if (pairing.end(null, null, now) instanceof Outcome.Done<PairingEvent>(PairingEvent event)) {
                facts.add(PairingUseCase.fact(pairing, event));
            }
        }
        return pairings.flush().chain(() -> outbox.add(facts));
    }
}
