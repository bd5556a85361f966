package org.linli.activity.project;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.linli.activity.ActivityRoles;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;

/**
 * The frame of every change of a project: lock it, see whether the caller looks after its division, decide, record.
 * Works in the transaction of the use case that asks.
 */
@ApplicationScoped
class ProjectChange {
    private final Projects projects;
    private final Claims claims;
    private final Outbox outbox;

    @Inject
    ProjectChange(Projects projects, Claims claims, Outbox outbox) {
        this.projects = projects;
        this.claims = claims;
        this.outbox = outbox;
    }

    /**
     * Which project, by whom, and the version it must still have.
     *
     * @param id the project
     * @param ifMatch the header; null if any version will do
     * @param caller who
     */
    record Target(UUID id, String ifMatch, Caller caller) {}

    /** Decides on a locked project and how many organisations have it. Empty if there is nothing to tell. */
    @FunctionalInterface
    interface Decision {
        Outcome<Optional<Told>> decide(Project project, long granted);
    }

    Uni<Outcome<ProjectView>> of(Target target, Decision decision) {
        return projects.lock(target.id())
                .map(project -> looksAfter(project, target))
                .chain(allowed -> Steps.then(
                        allowed,
                        project -> claims.granted(project.id())
                                .chain(granted -> Steps.keep(
                                        decision.decide(project, granted),
                                        told -> record(project, told)
                                                .replaceWith(() -> ProjectView.of(project, granted))))));
    }

    private static Outcome<Project> looksAfter(Project project, Target target) {
        if (project == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (looksAfter(target.caller(), project)) {
            return IfMatch.check(target.ifMatch(), project.version(), project);
        }
        return Outcome.refused(seenBy(target.caller(), project) ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
    }

    /** Whether a caller makes and decides for the whole of its division. */
    static boolean looksAfter(Caller caller, Project project) {
        return caller.holds(project.division(), ActivityRoles.COORDINATORS);
    }

    /** Whether a caller may know of it. */
    static boolean seenBy(Caller caller, Project project) {
        return project.published() || caller.holds(project.division(), ActivityRoles.READERS);
    }

    /** Afterwards the session is flushed, so that the project has its new version. */
    private Uni<Void> record(Project project, Optional<Told> told) {
        Uni<Void> flushed = Panache.getSession().chain(session -> session.flush());
        return told.map(fact -> flushed.chain(
                        () -> outbox.add(Fact.of(project.id(), fact.sequence(), project.division(), fact.event()))))
                .orElse(flushed);
    }

    /** Records a move of a claim. */
    Uni<Void> record(ProjectClaim claim, Told told) {
        return Panache.getSession()
                .chain(session -> session.flush())
                .chain(() -> outbox.add(Fact.of(
                        claim.id(), told.sequence(), claim.organisation().home(), told.event())));
    }
}
