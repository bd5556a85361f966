package org.linli.activity.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.activity.programme.ActivityOutline;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Refusal;

/**
 * Something to do: a coming session with what one wants to know before one looks closer.
 *
 * @param id the session
 * @param activityId the activity
 * @param title what it is called
 * @param category the kind of service it counts as
 * @param division the community
 * @param address where
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 * @param metres how far from the place one asked about; absent if one asked about none
 * @param startsAt begin
 * @param endsAt end
 * @param provisional whether the date may still move: which days are working days then was not announced yet
 * @param capacity how many places there are
 * @param placesLeft how many are left
 * @param reasons codes of everything that keeps the caller from it; empty if it can be taken now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenSessionView(
        UUID id,
        UUID activityId,
        String title,
        ServiceCategory category,
        String division,
        String address,
        double longitude,
        double latitude,
        Long metres,
        Instant startsAt,
        Instant endsAt,
        boolean provisional,
        int capacity,
        int placesLeft,
        List<String> reasons) {
    OpenSessionView {
        reasons = List.copyOf(reasons);
    }

    static OpenSessionView of(Session session, ActivityOutline activity, Double metres, List<Refusal> reasons) {
        return new OpenSessionView(
                session.id(),
                activity.id(),
                activity.title(),
                activity.category(),
                activity.holder().division(),
                activity.address(),
                activity.longitude(),
                activity.latitude(),
                metres == null ? null : Math.round(metres),
                session.time().startsAt(),
                session.time().endsAt(),
                session.provisional(),
                session.capacity(),
                session.left(),
                reasons.stream().map(Refusal::code).distinct().toList());
    }
}
