package org.linli.registration.star;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.kit.access.DivisionScope;

/** Files of stars in the database. */
@ApplicationScoped
class StarRepository implements PanacheRepositoryBase<StarFile, UUID> {

    /** The file of a volunteer; null if there never was a star. */
    Uni<StarFile> of(UUID volunteerId) {
        return find("volunteerId", volunteerId).firstResult();
    }

    /** The same, its row locked until the transaction ends. */
    Uni<StarFile> lockOf(UUID volunteerId) {
        return find("volunteerId", volunteerId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Those on display below a division, one more than the limit. */
    Uni<List<StarFile>> onDisplay(String prefix, UUID after, int limit) {
        DivisionScope below = DivisionScope.below("division", prefix);
        Map<String, Object> parameters = new HashMap<>(below.parameters());
        parameters.put("after", after);
        return find("proposedStars > 0 and id > :after and " + below.condition() + " order by id", parameters)
                .range(0, limit)
                .list();
    }
}
