package org.linli.activity.project;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Copies;
import org.linli.contracts.activity.ProjectClaimStatus;
import org.linli.contracts.activity.ProjectStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.access.DivisionScope;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Shows the library: what was published to everybody, drafts to those who look after their division. */
@ApplicationScoped
class ReadProjectsUseCase {
    private static final UUID NO_CURSOR = new UUID(0, 0);

    private final Projects projects;
    private final Claims claims;
    private final Copies copies;

    @Inject
    ReadProjectsUseCase(Projects projects, Claims claims, Copies copies) {
        this.projects = projects;
        this.claims = claims;
        this.copies = copies;
    }

    @WithSession
    Uni<Outcome<ProjectView>> one(UUID id, Caller caller) {
        return projects.findById(id)
                .chain(project -> project == null || !ProjectChange.seenBy(caller, project)
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : claims.granted(id).map(granted -> Outcome.done(ProjectView.of(project, granted))));
    }

    /** A query in the making. */
    private record Conditions(List<String> all, Map<String, Object> values) {
        void add(String condition, Map<String, Object> with) {
            all.add(condition);
            values.putAll(with);
        }

        void add(DivisionScope scope) {
            add(scope.condition(), scope.parameters());
        }
    }

    /** Newest first. */
    @WithSession
    Uni<Outcome<Page<ProjectView>>> list(Caller caller, ProjectFilter filter, Paging paging) {
        Conditions conditions = new Conditions(new ArrayList<>(), new HashMap<>());
        conditions.add("p.status = :status", Map.of("status", filter.status()));
        if (filter.status() != ProjectStatus.OPEN) {
            DivisionScope scope = DivisionScope.within("p.division", caller.scopes(ActivityRoles.READERS));
            conditions.add("(p.publishedAt is not null or " + scope.condition() + ")", scope.parameters());
        }
        if (filter.category() != null) {
            conditions.add("p.plan.category = :category", Map.of("category", filter.category()));
        }
        if (!NO_CURSOR.equals(paging.afterId())) {
            conditions.add("p.id < :after", Map.of("after", paging.afterId()));
        }
        return below(filter, conditions)
                .chain(all -> Steps.keep(all, found -> find(found, paging).chain(rows -> page(rows, paging))));
    }

    private Uni<Outcome<Conditions>> below(ProjectFilter filter, Conditions conditions) {
        return filter.division() == null
                ? Steps.decided(Outcome.done(conditions))
                : copies.division(filter.division())
                        .map(copy -> Copies.known(copy, "division").map(known -> {
                            conditions.add(DivisionScope.below("p.division", known.prefix()));
                            return conditions;
                        }));
    }

    private static Uni<List<Project>> find(Conditions conditions, Paging paging) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Project> query = session.createSelectionQuery(
                    "from Project p where " + String.join(" and ", conditions.all()) + " order by p.id desc",
                    Project.class);
            conditions.values().forEach(query::setParameter);
            return query.setMaxResults(paging.limit() + 1).getResultList();
        });
    }

    private Uni<Page<ProjectView>> page(List<Project> rows, Paging paging) {
        return granted(rows.stream().map(Project::id).toList())
                .map(granted -> Page.of(
                        rows,
                        paging.limit(),
                        row -> row.id().toString(),
                        row -> ProjectView.of(row, granted.getOrDefault(row.id(), 0L))));
    }

    private static Uni<Map<UUID, Long>> granted(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select c.projectId, count(*) from ProjectClaim c where c.projectId in (:ids)"
                                        + " and c.status = :granted group by c.projectId",
                                Object[].class)
                        .setParameter("ids", ids)
                        .setParameter("granted", ProjectClaimStatus.GRANTED)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1])));
    }
}
