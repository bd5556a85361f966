package org.linli.kit.person;

import io.quarkus.arc.DefaultBean;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Wards from the local copy. */
@ApplicationScoped
@DefaultBean
class CopiedWards implements Wards {
    private static final String WARD = """
            select (select a.account_id from account_copy a where a.volunteer_id = w.volunteer_id limit 1)
            from ward_copy w where w.volunteer_id = :volunteer and w.active and :guardian = any(w.guardian_accounts)
            limit 1
            """;

    @Override
    public Uni<Person> of(UUID guardianAccount, UUID volunteer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WARD, Object.class)
                        .setParameter("volunteer", volunteer)
                        .setParameter("guardian", guardianAccount)
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : new Person(volunteer, (UUID) rows.getFirst(), null));
    }
}
