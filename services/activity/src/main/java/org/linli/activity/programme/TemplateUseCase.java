package org.linli.activity.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.http.Versioned;
import org.linli.kit.time.LinliClock;

/** Keeps plans as templates, and shows them to those who hold them. */
@ApplicationScoped
class TemplateUseCase {
    private final Activities activities;
    private final Copies copies;
    private final ActivityTexts texts;
    private final LinliClock clock;

    @Inject
    TemplateUseCase(Activities activities, Copies copies, ActivityTexts texts, LinliClock clock) {
        this.activities = activities;
        this.copies = copies;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A template as it is read.
     *
     * @param id the template
     * @param name what its holder calls it
     * @param division the community it is kept for
     * @param teamId the team that keeps it
     * @param stationId the station that keeps it
     * @param plan what it holds: the body of a new draft
     * @param madeAt when it was kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateView(
            UUID id, String name, String division, UUID teamId, UUID stationId, Planned plan, Instant madeAt)
            implements Versioned {
        @Override
        @JsonIgnore
        public long version() {
            return 0;
        }
    }

    /** Keeps the plan of an activity under a name. */
    @WithTransaction
    Uni<Outcome<TemplateView>> keep(Caller caller, UUID activityId, String name) {
        return activities
                .findById(activityId)
                .chain(activity -> activity == null
                        ? Steps.<Activity>refused(KitRefusal.NOT_FOUND)
                        : copies.serving(caller).map(serving -> led(activity, caller, serving)))
                .chain(led -> Steps.keep(led, activity -> store(caller, activity, name)));
    }

    private static Outcome<Activity> led(Activity activity, Caller caller, Serving serving) {
        if (activity.holder().isLedBy(caller, serving)) {
            return Outcome.done(activity);
        }
        return Outcome.refused(activity.publishedAt() == null ? KitRefusal.NOT_FOUND : KitRefusal.FORBIDDEN);
    }

    private Uni<TemplateView> store(Caller caller, Activity activity, String name) {
        UUID id = Ids.next();
        byte[] contact = texts.sealTemplateContact(id, texts.contact(activity));
        ActivityTemplate template = new ActivityTemplate(id, activity, name, contact, caller.accountId(), clock.now());
        return Panache.getSession()
                .chain(session -> session.persist(template).chain(session::flush))
                .replaceWith(() -> view(template));
    }

    /** Templates of everything the caller holds, newest first. */
    @WithSession
    Uni<Page<TemplateView>> list(Caller caller, Paging paging) {
        return copies.serving(caller)
                .chain(serving -> {
                    HolderConditions conditions = new HolderConditions("t").readBy(caller, serving);
                    conditions.before("t.id", paging);
                    return find(conditions, paging);
                })
                .map(rows -> Page.of(rows, paging.limit(), row -> row.id().toString(), this::view));
    }

    private static Uni<List<ActivityTemplate>> find(HolderConditions conditions, Paging paging) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<ActivityTemplate> query = session.createSelectionQuery(
                    "from ActivityTemplate t where " + conditions.text() + " order by t.id desc",
                    ActivityTemplate.class);
            conditions.values().forEach(query::setParameter);
            return query.setMaxResults(paging.limit() + 1).getResultList();
        });
    }

    /** One template. */
    @WithSession
    Uni<Outcome<TemplateView>> one(UUID id, Caller caller) {
        return find(id, caller);
    }

    /** One template that the caller may read, in the session of whoever asks. */
    Uni<Outcome<TemplateView>> find(UUID id, Caller caller) {
        return Panache.getSession()
                .chain(session -> session.find(ActivityTemplate.class, id))
                .chain(template -> template == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : copies.serving(caller)
                                .map(serving -> template.holder().isReadBy(caller, serving)
                                        ? Outcome.done(view(template))
                                        : Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    private TemplateView view(ActivityTemplate template) {
        return new TemplateView(
                template.id(),
                template.name(),
                template.holder().division(),
                template.holder().teamId(),
                template.holder().stationId(),
                Planned.of(template.plan(), texts.contact(template)),
                template.madeAt());
    }
}
