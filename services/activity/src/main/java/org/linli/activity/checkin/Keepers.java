package org.linli.activity.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.copy.Copies;
import org.linli.kit.access.Caller;

/** Finds out what the presence at an order or a session is to a caller, in the current Hibernate session. */
@ApplicationScoped
class Keepers {
    private final Copies copies;

    @Inject
    Keepers(Copies copies) {
        this.copies = copies;
    }

    Uni<Keeper> of(Caller caller, Occasion at) {
        return copies.serving(caller)
                .map(serving -> Keeper.of(caller, at, serving.leads(at.served().teamId())));
    }
}
