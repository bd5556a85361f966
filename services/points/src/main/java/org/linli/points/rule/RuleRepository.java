package org.linli.points.rule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<PointsRule, UUID> {

    /** All versions of a code; a second publication of the same code waits until the first is committed. */
    Uni<List<PointsRule>> lockVersions(String code) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select true from pg_advisory_xact_lock(hashtextextended(:code, 0))", Boolean.class)
                        .setParameter("code", code)
                        .getSingleResult())
                .chain(() -> list("code = ?1 order by ruleVersion", code));
    }

    /** Whether there is a scheme of this unit. */
    Uni<Boolean> isUnit(String unit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from points_scheme where unit = :unit", Long.class)
                        .setParameter("unit", unit)
                        .getSingleResult())
                .map(found -> found > 0);
    }

    /** Versions in force on a day, or all of them, behind a key of code and version. */
    Uni<List<PointsRule>> page(LocalDate on, String afterCode, int afterVersion, int limit) {
        String behind = "(code > ?1 or code = ?1 and ruleVersion > ?2)";
        if (on == null) {
            return find(behind + " order by code, ruleVersion", afterCode, afterVersion)
                    .range(0, limit)
                    .list();
        }
        return find(
                        behind + " and validFrom <= ?3 and (validUntil is null or validUntil >= ?3)"
                                + " order by code, ruleVersion",
                        afterCode,
                        afterVersion,
                        on)
                .range(0, limit)
                .list();
    }
}
