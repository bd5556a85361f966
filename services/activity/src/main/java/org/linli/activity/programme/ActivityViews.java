package org.linli.activity.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.linli.activity.copy.Serving;
import org.linli.kit.access.Caller;

/** Shows an activity to a caller. */
@ApplicationScoped
class ActivityViews {
    private final ActivityTexts texts;

    @Inject
    ActivityViews(ActivityTexts texts) {
        this.texts = texts;
    }

    /**
     * The contact is for those who serve and those who hold it, the policy for the latter; why it was cancelled is for
     * those who hold it, may read there or signed up.
     *
     * @param signedUp activities for which the caller signed up
     */
    ActivityView of(Activity activity, Caller caller, Serving serving, Set<UUID> signedUp) {
        boolean leads = activity.holder().isLedBy(caller, serving);
        boolean concerned =
                signedUp.contains(activity.id()) || activity.holder().isReadBy(caller, serving);
        String contact = leads || serving.mayServe() ? texts.contact(activity) : null;
        return view(activity, contact, leads, concerned);
    }

    /** Whoever changes it holds it. */
    ActivityView own(Activity activity) {
        return view(activity, texts.contact(activity), true, true);
    }

    private ActivityView view(Activity activity, String contact, boolean leads, boolean concerned) {
        return new ActivityView(
                activity.id(),
                activity.version(),
                activity.status(),
                activity.holder().division(),
                activity.holder().teamId(),
                activity.holder().stationId(),
                activity.projectId(),
                activity.plan().category(),
                Planned.of(activity.plan(), contact),
                activity.insurance() != null,
                leads ? InsurancePolicy.of(activity.insurance()) : null,
                activity.madeAt(),
                activity.publishedAt(),
                activity.endedAt(),
                concerned ? texts.reason(activity) : null);
    }
}
