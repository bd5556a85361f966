package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.linli.activity.programme.TemplateUseCase.TemplateView;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.time.LinliClock;

/** Drafts activities, and changes them. */
@ApplicationScoped
class PrepareUseCase {
    private final Activities activities;
    private final Preparation preparation;
    private final TemplateUseCase templates;
    private final ActivityChange change;
    private final ScheduledDays days;
    private final ActivityTexts texts;
    private final ActivityViews views;
    private final LinliClock clock;

    @Inject
    PrepareUseCase(
            Activities activities,
            Preparation preparation,
            TemplateUseCase templates,
            ActivityChange change,
            ScheduledDays days,
            ActivityTexts texts,
            ActivityViews views,
            LinliClock clock) {
        this.activities = activities;
        this.preparation = preparation;
        this.templates = templates;
        this.change = change;
        this.days = days;
        this.texts = texts;
        this.views = views;
        this.clock = clock;
    }

    /** Makes a draft. */
    @WithTransaction
    Uni<Outcome<ActivityView>> draft(Caller caller, ActivityDraft draft) {
        return Steps.then(draft.planned(), fine -> planned(caller, fine))
                .chain(planned -> Steps.then(planned, plan -> draft(caller, draft, plan)));
    }

    private Uni<Outcome<Planned>> planned(Caller caller, ActivityDraft draft) {
        return draft.templateId() == null
                ? Steps.decided(Outcome.done(draft.plan()))
                : templates.find(draft.templateId(), caller).map(found -> found.map(TemplateView::plan));
    }

    private Uni<Outcome<ActivityView>> draft(Caller caller, ActivityDraft draft, Planned planned) {
        return preparation
                .holder(caller, draft.holder(), clock.today())
                .chain(holder -> Steps.then(
                        holder,
                        held -> planned(caller, held, draft.projectId(), planned)
                                .chain(plan -> Steps.keep(
                                        plan,
                                        fine -> keep(caller, held, draft.projectId(), fine, planned.contact())))));
    }

    private Uni<Outcome<Plan>> planned(Caller caller, Holder holder, UUID project, Planned planned) {
        return preparation
                .plan(planned, holder.teamId() != null, null)
                .chain(plan -> Steps.then(
                        plan,
                        fine -> preparation
                                .project(project, holder, fine, caller)
                                .map(held -> held.map(theirs -> fine))));
    }

    private Uni<ActivityView> keep(Caller caller, Holder holder, UUID project, Plan plan, String contact) {
        UUID id = Ids.next();
        Activity activity = new Activity(
                id, holder, project, caller.accountId(), clock.now(), plan, texts.sealContact(id, contact));
        return activities.persistAndFlush(activity).map(views::own);
    }

    /** Changes what is planned; of a published activity only what nobody decided upon. */
    @WithTransaction
    Uni<Outcome<ActivityView>> change(ActivityChange.Target target, Planned planned) {
        return change.of(
                target,
                activity -> preparation
                        .plan(
                                planned,
                                activity.holder().teamId() != null,
                                activity.plan().categoryCode())
                        .map(plan -> plan.then(
                                fine -> activity.change(fine, texts.sealContact(activity.id(), planned.contact())))));
    }

    /** Attaches or renews the insurance; what is scheduled of something risky stays covered to its last day. */
    @WithTransaction
    Uni<Outcome<ActivityView>> insure(ActivityChange.Target target, InsurancePolicy policy) {
        return change.of(
                target,
                activity -> days.of(activity.id())
                        .map(scheduled ->
                                activity.insure(policy.insurance(), scheduled).map(insured -> Optional.empty())));
    }
}
