package org.linli.activity.project;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.contracts.DivisionCode;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Claims of organisations. The row of the project is held, so that not one too many gets it. */
@ApplicationScoped
class ClaimUseCase {
    private final Projects projects;
    private final Claims claims;
    private final ProjectChange change;
    private final Organisations organisations;
    private final Copies copies;
    private final ProjectTexts texts;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    ClaimUseCase(
            Projects projects,
            Claims claims,
            ProjectChange change,
            Organisations organisations,
            Copies copies,
            ProjectTexts texts,
            Audit audit,
            LinliClock clock) {
        this.projects = projects;
        this.claims = claims;
        this.change = change;
        this.organisations = organisations;
        this.copies = copies;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A team or a station asks for a project. */
    @WithTransaction
    Uni<Outcome<ClaimView>> ask(Caller caller, UUID project, NewClaim asked) {
        return projects.lock(project)
                .map(found -> found == null || !ProjectChange.seenBy(caller, found)
                        ? Outcome.<Project>refused(KitRefusal.NOT_FOUND)
                        : found.claimable(clock.today()))
                .chain(open -> Steps.then(
                        open,
                        fine -> organisations
                                .of(caller, fine, asked)
                                .chain(known -> Steps.then(known, by -> ask(caller, fine, by, asked.words())))));
    }

    private Uni<Outcome<ClaimView>> ask(Caller caller, Project project, Organisation by, String words) {
        UUID id = Ids.next();
        ProjectClaim claim =
                new ProjectClaim(id, project, by, texts.sealWords(id, words), caller.accountId(), clock.now());
        return claims.claimed(project.id(), by)
                .chain(claimed -> claimed
                        ? Steps.refused(ActivityRefusal.PROJECT_CLAIMED_ALREADY)
                        : claims.persist(claim)
                                .chain(() -> change.record(claim, claim.asked()))
                                .map(recorded -> Outcome.done(whole(claim))));
    }

    /** Grants or declines it. */
    @WithTransaction
    Uni<Outcome<ClaimView>> decide(Caller caller, UUID id, ClaimDecision decision) {
        return held(
                        id,
                        caller,
                        Standing::looksAfter,
                        held -> held.ofOwnTeam()
                                ? Steps.<Told>refused(ActivityRefusal.NOT_FOR_ONESELF)
                                : claims.granted(held.project().id())
                                        .map(granted -> decide(caller, held, granted, decision)))
                .chain(done -> onRecord(caller, done, "project-claim.decided"));
    }

    private Outcome<Told> decide(Caller caller, Held held, long granted, ClaimDecision decision) {
        if (!decision.granted()) {
            byte[] why = texts.sealReason(held.claim().id(), decision.reason());
            return held.claim().decline(caller.accountId(), why, clock.now());
        }
        return held.project().withRoom(granted).then(fine -> held.claim().grant(caller.accountId(), clock.now()));
    }

    /** The organisation gives it back, or whoever looks after the project takes it back. */
    @WithTransaction
    Uni<Outcome<ClaimView>> end(Caller caller, UUID id, String reason) {
        return held(
                        id,
                        caller,
                        standing -> true,
                        held -> Uni.createFrom()
                                .item(held.claim()
                                        .end(
                                                caller.accountId(),
                                                held.standing().actsForIt(),
                                                texts.sealReason(held.claim().id(), reason),
                                                clock.now())))
                .chain(done -> onRecord(caller, done, "project-claim.ended"));
    }

    /** A claim with its project locked, and what it is to the caller. */
    private record Held(Project project, ProjectClaim claim, Standing standing) {
        /** Whether the caller leads the team that claims it; officials of a division lead no team by that. */
        boolean ofOwnTeam() {
            return claim.organisation().teamId() != null && standing.leads();
        }
    }

    /** What a claim is to a caller: of an organisation that the caller leads, of a project the caller looks after. */
    private record Standing(boolean leads, boolean looksAfter) {
        /** Whoever looks after the project may reach every station there, and is not the organisation by that. */
        boolean actsForIt() {
            return leads && !looksAfter;
        }
    }

    private Uni<Outcome<ClaimView>> held(
            UUID id, Caller caller, Function<Standing, Boolean> allows, Function<Held, Uni<Outcome<Told>>> decision) {
        return claims.projectOf(id)
                .chain(project -> project == null ? Uni.createFrom().<Project>nullItem() : projects.lock(project))
                .chain(project -> project == null
                        ? Steps.<Held>refused(KitRefusal.NOT_FOUND)
                        : claims.findById(id)
                                .chain(claim -> copies.serving(caller)
                                        .map(serving ->
                                                new Held(project, claim, standing(caller, serving, project, claim)))
                                        .map(held -> allowed(held, allows))))
                .chain(held -> Steps.then(
                        held,
                        fine -> decision.apply(fine)
                                .chain(told -> Steps.keep(
                                        told,
                                        fact -> change.record(fine.claim(), fact)
                                                .replaceWith(() -> whole(fine.claim()))))));
    }

    private static Standing standing(Caller caller, Serving serving, Project project, ProjectClaim claim) {
        return new Standing(claim.organisation().isLedBy(caller, serving), ProjectChange.looksAfter(caller, project));
    }

    private static Outcome<Held> allowed(Held held, Function<Standing, Boolean> allows) {
        if (!held.standing().leads() && !held.standing().looksAfter()) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        return allows.apply(held.standing()) ? Outcome.done(held) : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private ClaimView whole(ProjectClaim claim) {
        return ClaimView.of(claim, texts.words(claim), texts.reason(claim));
    }

    private Uni<Outcome<ClaimView>> onRecord(Caller caller, Outcome<ClaimView> done, String act) {
        return Steps.keep(
                done,
                view -> audit.record(caller, act, view.id(), new DivisionCode(view.division()), null)
                        .replaceWith(view));
    }
}
