package org.linli.activity.project;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.contracts.activity.ProjectClaimStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Shows claims: all to those who look after the project, its own to an organisation, granted ones to everybody. */
@ApplicationScoped
class ReadClaimsUseCase {
    private final Projects projects;
    private final Claims claims;
    private final Copies copies;
    private final ProjectTexts texts;

    @Inject
    ReadClaimsUseCase(Projects projects, Claims claims, Copies copies, ProjectTexts texts) {
        this.projects = projects;
        this.claims = claims;
        this.copies = copies;
        this.texts = texts;
    }

    /** One claim. */
    @WithSession
    Uni<Outcome<ClaimView>> one(UUID id, Caller caller) {
        return claims.findById(id)
                .chain(claim -> claim == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : projects.findById(claim.projectId())
                                .chain(project ->
                                        copies.serving(caller).map(serving -> one(claim, project, caller, serving))));
    }

    private Outcome<ClaimView> one(ProjectClaim claim, Project project, Caller caller, Serving serving) {
        boolean reads = reads(claim, project, caller, serving);
        return reads || claim.status() == ProjectClaimStatus.GRANTED
                ? Outcome.done(view(claim, reads))
                : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /** Those of a project, oldest first. */
    @WithSession
    Uni<Outcome<Page<ClaimView>>> of(UUID id, Caller caller, Paging paging) {
        return projects.findById(id)
                .chain(project -> project == null || !ProjectChange.seenBy(caller, project)
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : copies.serving(caller)
                                .chain(serving -> find(project, caller, serving, paging)
                                        .map(rows -> Outcome.done(page(rows, project, caller, serving, paging)))));
    }

    private Page<ClaimView> page(
            List<ProjectClaim> rows, Project project, Caller caller, Serving serving, Paging paging) {
        return Page.of(
                rows,
                paging.limit(),
                row -> row.id().toString(),
                row -> view(row, reads(row, project, caller, serving)));
    }

    private static Uni<List<ProjectClaim>> find(Project project, Caller caller, Serving serving, Paging paging) {
        boolean all = caller.holds(project.division(), ActivityRoles.READERS);
        String seen = "(:all = true or c.status = :granted or c.organisation.teamId in :led"
                + " or c.organisation.stationId in :stations)";
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<ProjectClaim> query = session.createSelectionQuery(
                    "from ProjectClaim c where c.projectId = :project and c.id > :after and " + seen + " order by c.id",
                    ProjectClaim.class);
            return query.setParameter("project", project.id())
                    .setParameter("after", paging.afterId())
                    .setParameter("all", all)
                    .setParameter("granted", ProjectClaimStatus.GRANTED)
                    .setParameter("led", serving.teams())
                    .setParameter("stations", caller.stations(ActivityRoles.COORDINATORS))
                    .setMaxResults(paging.limit() + 1)
                    .getResultList();
        });
    }

    private static boolean reads(ProjectClaim claim, Project project, Caller caller, Serving serving) {
        return claim.organisation().isLedBy(caller, serving) || caller.holds(project.division(), ActivityRoles.READERS);
    }

    private ClaimView view(ProjectClaim claim, boolean reads) {
        return ClaimView.of(claim, reads ? texts.words(claim) : null, reads ? texts.reason(claim) : null);
    }
}
