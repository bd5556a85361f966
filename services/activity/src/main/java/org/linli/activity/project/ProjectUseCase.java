package org.linli.activity.project;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Copies;
import org.linli.activity.project.ProjectChange.Target;
import org.linli.contracts.DivisionCode;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Makes projects, opens them and closes them. */
@ApplicationScoped
class ProjectUseCase {
    private final Projects projects;
    private final Claims claims;
    private final ProjectChange change;
    private final Copies copies;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    ProjectUseCase(
            Projects projects, Claims claims, ProjectChange change, Copies copies, Audit audit, LinliClock clock) {
        this.projects = projects;
        this.claims = claims;
        this.change = change;
        this.copies = copies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a draft. */
    @WithTransaction
    Uni<Outcome<ProjectView>> draft(Caller caller, DivisionCode division, ProjectPlan plan) {
        return copies.division(division)
                .map(copy -> Copies.known(copy, "division").then(known -> known.on(clock.today())))
                .map(known -> known.then(there -> caller.holds(division, ActivityRoles.COORDINATORS)
                        ? Outcome.done(there)
                        : Outcome.refused(KitRefusal.FORBIDDEN)))
                .chain(allowed -> Steps.keep(
                        allowed,
                        there -> projects.persistAndFlush(
                                        new Project(Ids.next(), division, plan, caller.accountId(), clock.now()))
                                .map(project -> ProjectView.of(project, 0))));
    }

    /** Changes what it is about. */
    @WithTransaction
    Uni<Outcome<ProjectView>> change(Target target, ProjectPlan plan) {
        return change.of(target, (project, granted) -> project.change(plan, granted));
    }

    /** Shows it to everybody. */
    @WithTransaction
    Uni<Outcome<ProjectView>> publish(Target target) {
        return change.of(
                        target,
                        (project, granted) ->
                                project.publish(clock.today(), clock.now()).map(Optional::of))
                .chain(done -> onRecord(target, done, "project.published"));
    }

    /** Nobody claims it any more; claims that nobody decided are declined by that. */
    @WithTransaction
    Uni<Outcome<ProjectView>> close(Target target) {
        return change.of(target, (project, granted) -> project.close(clock.now()))
                .chain(done -> Steps.keep(
                        done,
                        view -> claims.undecided(view.id())
                                .chain(open -> decline(target.caller().accountId(), open.iterator()))
                                .replaceWith(view)))
                .chain(done -> onRecord(target, done, "project.closed"));
    }

    private Uni<Void> decline(UUID by, Iterator<ProjectClaim> left) {
        if (!left.hasNext()) {
            return Uni.createFrom().voidItem();
        }
        ProjectClaim claim = left.next();
        Told told = claim.closed(by, clock.now());
        return change.record(claim, told).chain(() -> decline(by, left));
    }

    private Uni<Outcome<ProjectView>> onRecord(Target target, Outcome<ProjectView> done, String act) {
        return Steps.keep(
                done,
                view -> audit.record(target.caller(), act, view.id(), new DivisionCode(view.division()), null)
                        .replaceWith(view));
    }
}
