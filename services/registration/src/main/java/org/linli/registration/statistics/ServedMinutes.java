package org.linli.registration.statistics;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What other features may ask about recorded service, in the current Hibernate session. */
@ApplicationScoped
public class ServedMinutes {
    private static final String ALL = "select cast(coalesce(sum(minutes), 0) as bigint) from volunteer_service"
            + " where volunteer_id = :volunteer and period = 'all'";

    /** Minutes of service on record that count now. */
    public Uni<Long> of(UUID volunteerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, Long.class)
                        .setParameter("volunteer", volunteerId)
                        .getSingleResult());
    }
}
