package org.linli.activity.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.programme.Holder;
import org.linli.activity.programme.ProjectBook;
import org.linli.contracts.activity.ProjectStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;

/** Tells the programme for which projects an organisation may hold activities. */
@ApplicationScoped
class ClaimedProjects implements ProjectBook {
    private final Projects projects;
    private final Claims claims;
    private final Copies copies;

    @Inject
    ClaimedProjects(Projects projects, Claims claims, Copies copies) {
        this.projects = projects;
        this.claims = claims;
        this.copies = copies;
    }

    @Override
    public Uni<Outcome<UUID>> claimed(Wanted wanted) {
        return projects.keep(wanted.project())
                .map(project -> open(project, wanted))
                .chain(open -> Steps.then(open, project -> within(project, wanted)))
                .chain(within -> Steps.then(within, project -> granted(wanted)));
    }

    private static Outcome<Project> open(Project project, Wanted wanted) {
        if (project == null || !project.published()) {
            return Outcome.refused(KitRefusal.NOT_FOUND, "projectId");
        }
        if (project.status() == ProjectStatus.CLOSED) {
            return Outcome.refused(ActivityRefusal.PROJECT_NOT_CLAIMED, "projectId");
        }
        return project.plan().category() == wanted.category()
                ? Outcome.done(project)
                : Outcome.refused(ActivityRefusal.PROJECT_OTHER_CATEGORY, "category");
    }

    private Uni<Outcome<Project>> within(Project project, Wanted wanted) {
        return copies.division(project.division())
                .map(copy -> Copies.known(copy, "division")
                        .then(there -> wanted.holder().community().isWithin(there.prefix())
                                ? Outcome.done(project)
                                : Outcome.refused(ActivityRefusal.PROJECT_ELSEWHERE, "division")));
    }

    private Uni<Outcome<UUID>> granted(Wanted wanted) {
        Holder by = wanted.holder();
        UUID station = by.teamId() == null || by.isCoordinatedBy(wanted.caller()) ? by.stationId() : null;
        return claims.grantedTo(wanted.project(), by.teamId(), station)
                .map(claim -> claim == null
                        ? Outcome.refused(ActivityRefusal.PROJECT_NOT_CLAIMED, "projectId")
                        : Outcome.done(wanted.project()));
    }
}
