package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;

/** The dictionary of kinds of service, in the current Hibernate session. */
@ApplicationScoped
class Dictionary implements PanacheRepositoryBase<CategoryEntry, String> {

    /** The entry, or that there is none in use; what something is already it may stay. */
    Uni<Outcome<CategoryEntry>> usable(String code, String keeps) {
        return findById(code)
                .map(entry -> entry != null && (entry.active() || code.equals(keeps))
                        ? Outcome.done(entry)
                        : Outcome.refused(ActivityRefusal.CATEGORY_UNKNOWN, "plan.category"));
    }

    /** All entries behind one, by code; one more than the page holds. */
    Uni<List<CategoryEntry>> page(String after, int limit) {
        return find("code > ?1 order by code", after == null ? "" : after)
                .page(0, limit + 1)
                .list();
    }
}
