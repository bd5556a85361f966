package org.linli.activity.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
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

    @Inject
    ClaimedProjects(Projects projects, Claims claims) {
        this.projects = projects;
        this.claims = claims;
    }

    @Override
    public Uni<Outcome<UUID>> claimed(UUID project, Holder by) {
        return projects.findById(project)
                .chain(found -> found == null || !found.published()
                        ? Steps.refused(KitRefusal.NOT_FOUND, "projectId")
                        : found.status() == ProjectStatus.CLOSED
                                ? Steps.refused(ActivityRefusal.PROJECT_NOT_CLAIMED, "projectId")
                                : granted(project, by));
    }

    private Uni<Outcome<UUID>> granted(UUID project, Holder by) {
        return claims.grantedTo(project, by.teamId(), by.stationId())
                .map(claim -> claim == null
                        ? Outcome.refused(ActivityRefusal.PROJECT_NOT_CLAIMED, "projectId")
                        : Outcome.done(project));
    }
}
