package org.linli.activity.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows an order to a caller: exactly what the caller's relation to it allows. */
@ApplicationScoped
class RequestViews {
    private final PersonalTexts texts;

    @Inject
    RequestViews(PersonalTexts texts) {
        this.texts = texts;
    }

    /** The order alone, with its place for those whom it concerns. */
    RequestView one(HelpRequest request, Relation relation) {
        return view(request, relation, relation.readsPlace());
    }

    /** A row of a list; a list never tells places. */
    RequestView row(HelpRequest request, Relation relation) {
        return view(request, relation, false);
    }

    private RequestView view(HelpRequest request, Relation relation, boolean withPlace) {
        Ordered ordered = request.ordered();
        boolean readable = relation.readsTexts();
        return new RequestView(
                request.id(),
                request.version(),
                request.status(),
                request.round(),
                request.escalationLevel(),
                ordered.recipientId(),
                ordered.stationId(),
                ordered.division(),
                ordered.category(),
                ordered.wantedSkills(),
                ordered.channel(),
                ordered.submittedBy(),
                ordered.submittedAt(),
                ordered.wantedFrom(),
                ordered.wantedUntil(),
                request.offerId(),
                request.teamId(),
                request.volunteerId(),
                request.recipientStars(),
                request.volunteerStars(),
                readable ? texts.description(request) : null,
                readable ? texts.risks(request) : null,
                withPlace ? texts.place(request) : null);
    }
}
