package org.linli.points.rule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
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

    /** Whether activity told of what a rule names, as what it names it. */
    Uni<Boolean> isThere(Naming names) {
        UUID named = names.activityId() != null ? names.activityId() : names.projectId();
        return named == null
                ? Uni.createFrom().item(true)
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select count(*) from programme_copy where id = :named and kind = :kind",
                                        Long.class)
                                .setParameter("named", named)
                                .setParameter("kind", names.activityId() != null ? "ACTIVITY" : "PROJECT")
                                .getSingleResult())
                        .map(found -> found > 0);
    }

    /**
     * Versions in force on a day, or all of them, behind a key of code and version.
     *
     * @param on the day; null for all of them
     * @param names only those that name this
     */
    Uni<List<PointsRule>> page(LocalDate on, Naming names, RuleKey after, int limit) {
        StringBuilder query = new StringBuilder("(code > :code or code = :code and ruleVersion > :version)");
        Parameters values = Parameters.with("code", after.code()).and("version", after.version());
        if (on != null) {
            query.append(" and validFrom <= :on and (validUntil is null or validUntil >= :on)");
            values.and("on", on);
        }
        if (names.activityId() != null) {
            query.append(" and activityId = :activity");
            values.and("activity", names.activityId());
        }
        if (names.projectId() != null) {
            query.append(" and projectId = :project");
            values.and("project", names.projectId());
        }
        return find(query.append(" order by code, ruleVersion").toString(), values)
                .range(0, limit)
                .list();
    }
}
