package org.linli.activity.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.request.Assignment;
import org.linli.activity.signup.SessionTerms;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;

/**
 * When and where one may check in (domain rules 5.1; local policy, not law).
 *
 * @param radiusMetres how far from the place of service at the most
 * @param pairsPerDay how many pairs a person may have a day and service
 * @param opensBefore how long before the wanted time
 * @param closesAfter how long after the wanted time
 * @param listReachesBack how far back the leader's list may reach
 * @param session when one may check in at a session
 */
record PresencePolicy(
        int radiusMetres,
        int pairsPerDay,
        Duration opensBefore,
        Duration closesAfter,
        Duration listReachesBack,
        Sessions session) {

    /**
     * Times of presence at sessions.
     *
     * @param opensBefore how long before the begin
     * @param closesAfter how long after the end
     * @param claimsWithin how long after the end a device may tell what happened while it was offline
     */
    record Sessions(Duration opensBefore, Duration closesAfter, Duration claimsWithin) {}

    /** Whether the order is being served: taken, and not over. */
    static Outcome<Assignment> open(Assignment order) {
        return order.status() == RequestStatus.ACCEPTED || order.status() == RequestStatus.IN_SERVICE
                ? Outcome.done(order)
                : Outcome.refused(ActivityRefusal.NO_SERVICE_NOW, null, Map.of("status", order.status()));
    }

    /** Whether the order was or is being served: what a list entered afterwards needs. */
    static Outcome<Assignment> served(Assignment order) {
        return order.status() == RequestStatus.COMPLETED ? Outcome.done(order) : open(order);
    }

    /** Whether it is about the wanted time; an order without one can be served at any time. */
    Outcome<Assignment> inTime(Assignment order, Instant now) {
        Instant latest = order.wantedUntil() == null ? order.wantedFrom() : order.wantedUntil();
        Instant opens =
                order.wantedFrom() == null ? Instant.MIN : order.wantedFrom().minus(opensBefore);
        Instant closes = latest == null ? Instant.MAX : latest.plus(closesAfter);
        return now.isBefore(opens) || now.isAfter(closes)
                ? Outcome.refused(
                        ActivityRefusal.OUTSIDE_TIME_WINDOW, null, Map.of("from", local(opens), "until", local(closes)))
                : Outcome.done(order);
    }

    /** Whether a session takes place and it is about its time. */
    Outcome<SessionTerms> inTime(SessionTerms terms, Instant now) {
        return takesPlace(terms).then(itself -> within(terms, now, now));
    }

    /** Whether times that were told afterwards lie within the time of a session. */
    Outcome<SessionTerms> told(SessionTerms terms, Instant arrivedAt, Instant leftAt, Instant now) {
        if (!arrivedAt.isBefore(leftAt) || leftAt.isAfter(now)) {
            return Outcome.refused(
                    ActivityRefusal.PRESENCE_TIMES_INVALID, "leftAt", Map.of("days", listReachesBack.toDays()));
        }
        return takesPlace(terms).then(itself -> within(terms, arrivedAt, leftAt));
    }

    /** Whether a device may still tell what happened while it was offline. */
    Outcome<SessionTerms> claimable(SessionTerms terms, Instant now) {
        Instant until = terms.endsAt().plus(session.claimsWithin());
        return now.isAfter(until)
                ? Outcome.refused(ActivityRefusal.CLAIM_TOO_LATE, "arrivedAt", Map.of("until", local(until)))
                : Outcome.done(terms);
    }

    private static Outcome<SessionTerms> takesPlace(SessionTerms terms) {
        return terms.cancelled()
                ? Outcome.refused(ActivityRefusal.SESSION_CALLED_OFF, "sessionId")
                : Outcome.done(terms);
    }

    private Outcome<SessionTerms> within(SessionTerms terms, Instant arrivedAt, Instant leftAt) {
        Instant opens = terms.startsAt().minus(session.opensBefore());
        Instant closes = terms.endsAt().plus(session.closesAfter());
        return arrivedAt.isBefore(opens) || leftAt.isAfter(closes)
                ? Outcome.refused(
                        ActivityRefusal.OUTSIDE_TIME_WINDOW, null, Map.of("from", local(opens), "until", local(closes)))
                : Outcome.done(terms);
    }

    /** The distance from the place of service in metres, empty-handed (null) if one of both is not known. */
    Outcome<Integer> near(Position service, Position person) {
        if (service == null || person == null) {
            return Outcome.done(null);
        }
        int metres = Distance.metres(service, person);
        return metres > radiusMetres
                ? Outcome.refused(
                        ActivityRefusal.TOO_FAR_AWAY, "latitude", Map.of("metres", metres, "radius", radiusMetres))
                : Outcome.done(metres);
    }

    /** Whether so many pairs of the same day and service leave room for one more. */
    Outcome<Integer> another(int pairs) {
        return pairs >= pairsPerDay
                ? Outcome.refused(ActivityRefusal.CHECK_INS_USED_UP, null, Map.of("pairs", pairsPerDay))
                : Outcome.done(pairs + 1);
    }

    /** Whether a person who arrives now has room for one more pair: is nowhere else, and not too often here. */
    Outcome<Integer> room(Presences.Busy busy) {
        return busy.open() || busy.overlaps()
                ? Outcome.refused(ActivityRefusal.STILL_CHECKED_IN)
                : another(busy.pairsOfDay());
    }

    /** Whether a pair that is noted down afterwards has room. */
    Outcome<Integer> roomAfterwards(Presences.Busy busy) {
        return busy.overlaps() ? Outcome.refused(ActivityRefusal.PRESENCE_OVERLAPS) : another(busy.pairsOfDay());
    }

    /** Whether times that somebody else noted down can be true, and are not too old to be checked. */
    Outcome<Instant> listed(Instant arrivedAt, Instant leftAt, Instant now) {
        boolean possible =
                arrivedAt.isBefore(leftAt) && !leftAt.isAfter(now) && !arrivedAt.isBefore(now.minus(listReachesBack));
        return possible
                ? Outcome.done(leftAt)
                : Outcome.refused(
                        ActivityRefusal.PRESENCE_TIMES_INVALID, "leftAt", Map.of("days", listReachesBack.toDays()));
    }

    /** Whether somebody who arrived then can have left at a time that somebody else noted down. */
    Outcome<Instant> closing(Instant arrivedAt, Instant leftAt, Instant now) {
        return leftAt.isBefore(arrivedAt) || leftAt.isAfter(now)
                ? Outcome.refused(
                        ActivityRefusal.PRESENCE_TIMES_INVALID, "leftAt", Map.of("days", listReachesBack.toDays()))
                : Outcome.done(leftAt);
    }

    private static String local(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX)
                ? "-"
                : instant.atZone(LinliClock.ZONE).toLocalDateTime().toString();
    }
}
