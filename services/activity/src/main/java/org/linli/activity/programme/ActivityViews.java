package org.linli.activity.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    /** The contact is for those who serve and those who hold it, the policy for the latter. */
    ActivityView of(Activity activity, Caller caller, Serving serving) {
        boolean leads = activity.holder().isLedBy(caller, serving);
        String contact = leads || serving.mayServe() ? texts.contact(activity) : null;
        return view(activity, contact, leads);
    }

    /** Whoever changes it holds it. */
    ActivityView own(Activity activity) {
        return view(activity, texts.contact(activity), true);
    }

    private ActivityView view(Activity activity, String contact, boolean leads) {
        return new ActivityView(
                activity.id(),
                activity.version(),
                activity.status(),
                activity.holder().division(),
                activity.holder().teamId(),
                activity.holder().stationId(),
                activity.plan().category(),
                Planned.of(activity.plan(), contact),
                activity.insurance() != null,
                leads ? InsurancePolicy.of(activity.insurance()) : null,
                activity.madeAt(),
                activity.publishedAt(),
                activity.endedAt(),
                texts.reason(activity));
    }
}
