package org.linli.registration.star;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.person.Farewell;

/** A star of somebody who was erased is on display no longer. */
@ApplicationScoped
class StarFarewell implements Farewell {
    private final StarRepository files;
    private final StarKeeping keeping;

    @Inject
    StarFarewell(StarRepository files, StarKeeping keeping) {
        this.files = files;
        this.keeping = keeping;
    }

    @Override
    public Uni<Boolean> leave(UUID volunteer, UUID account) {
        return files.lockOf(volunteer)
                .chain(file -> file == null || file.proposedStars() == 0
                        ? Uni.createFrom().voidItem()
                        : keeping.record(file, file.decline(Long.MAX_VALUE), StarKeeping.Because.ofItself(0, 0)))
                .replaceWith(true);
    }
}
