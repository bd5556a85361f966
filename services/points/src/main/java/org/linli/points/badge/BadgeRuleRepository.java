package org.linli.points.badge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Rules of badges in the database. */
@ApplicationScoped
class BadgeRuleRepository implements PanacheRepositoryBase<BadgeRule, UUID> {

    /** All versions of a code; a second publication of the same code waits until the first is committed. */
    Uni<List<BadgeRule>> lockVersions(String code) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select true from pg_advisory_xact_lock(hashtextextended(:code, 1))", Boolean.class)
                        .setParameter("code", code)
                        .getSingleResult())
                .chain(() -> list("code = ?1 order by ruleVersion", code));
    }

    /** Versions behind an id, one more than the limit: the ids are in the order of publication. */
    Uni<List<BadgeRule>> page(UUID after, int limit) {
        return find("id > ?1 order by id", after).range(0, limit).list();
    }
}
