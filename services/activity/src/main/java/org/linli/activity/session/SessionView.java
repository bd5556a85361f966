package org.linli.activity.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.activity.SessionStatus;
import org.linli.kit.http.Versioned;

/**
 * A session as it is read.
 *
 * @param id the session
 * @param version travels as ETag: counts what was told of it
 * @param activityId the activity
 * @param seriesId the series it comes from
 * @param seriesDate the date that the rule of the series names
 * @param apart whether this date was changed alone
 * @param provisional whether the date may still move: which days are working days then was not announced yet
 * @param status whether it takes place
 * @param startsAt begin
 * @param endsAt end
 * @param capacity how many places there are
 * @param placesLeft how many are left
 * @param reason why it was cancelled; for those who hold it, may read there or signed up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        UUID id,
        @JsonIgnore long version,
        UUID activityId,
        UUID seriesId,
        LocalDate seriesDate,
        boolean apart,
        boolean provisional,
        SessionStatus status,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int placesLeft,
        String reason)
        implements Versioned {

    static SessionView of(Session session, String reason) {
        return new SessionView(
                session.id(),
                session.sequence(),
                session.activityId(),
                session.seriesId(),
                session.seriesDate(),
                session.apart(),
                session.provisional(),
                session.status(),
                session.time().startsAt(),
                session.time().endsAt(),
                session.capacity(),
                session.left(),
                reason);
    }
}
