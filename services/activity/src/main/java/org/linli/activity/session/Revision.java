package org.linli.activity.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.SessionStatus;
import org.linli.kit.Outcome;

/**
 * What becomes of the coming sessions of a series when another one takes its place: a date that both name keeps its
 * session and whoever signed up; what only the old one names is cancelled; what only the new one names is added. A date
 * that somebody changed or cancelled alone stays as it is, if the new rule still names it.
 *
 * @param moved sessions that take the times and places of the new series
 * @param kept sessions that stay as they are and belong to the new series
 * @param cancelled sessions that fall away
 * @param added dates without a session
 */
record Revision(List<Moved> moved, List<Session> kept, List<Session> cancelled, List<Occurrence> added) {
    Revision {
        moved = List.copyOf(moved);
        kept = List.copyOf(kept);
        cancelled = List.copyOf(cancelled);
        added = List.copyOf(added);
    }

    /** This, if every session that takes the places of the new series has room for those who signed up. */
    Outcome<Revision> withPlaces(int capacity) {
        return moved.stream()
                .map(Moved::session)
                .filter(session -> session.taken() > capacity)
                .findFirst()
                .map(session -> Outcome.<Revision>refused(
                        ActivityRefusal.CAPACITY_BELOW_TAKEN, "plan.capacity", Map.of("taken", session.taken())))
                .orElseGet(() -> Outcome.done(this));
    }

    /** This, if no session that people signed up for would be moved to where nobody can go any more. */
    Outcome<Revision> ahead(SeriesPlan plan, Instant now) {
        return moved.stream().allMatch(one -> plan.at(one.to().on()).startsAt().isAfter(now))
                ? Outcome.done(this)
                : Outcome.refused(ActivityRefusal.SESSION_IN_THE_PAST, "plan.startsOn");
    }

    /** This, with sessions left where they are that would be moved to where nobody can go any more. */
    Revision stayingAhead(SeriesPlan plan, Instant now) {
        Map<Boolean, List<Moved>> ahead = moved.stream()
                .collect(Collectors.partitioningBy(
                        one -> plan.at(one.to().on()).startsAt().isAfter(now)));
        List<Session> stay = new ArrayList<>(kept);
        ahead.get(false).forEach(one -> stay.add(one.session()));
        return new Revision(ahead.get(true), stay, cancelled, added);
    }

    /** A session and the occurrence of the new series it becomes. */
    record Moved(Session session, Occurrence to) {}

    /**
     * @param existing the sessions of the old series from the date on that have not begun, cancelled ones too
     * @param dates the occurrences of the new series from the date on
     */
    static Revision of(List<Session> existing, List<Occurrence> dates) {
        Map<LocalDate, Occurrence> wanted = new HashMap<>();
        dates.forEach(date -> wanted.put(date.ofRule(), date));
        List<Moved> moved = new ArrayList<>();
        List<Session> kept = new ArrayList<>();
        List<Session> cancelled = new ArrayList<>();
        for (Session session : existing) {
            Occurrence to = wanted.remove(session.seriesDate());
            boolean takesPlace = session.status() == SessionStatus.SCHEDULED;
            if (to == null) {
                if (takesPlace) {
                    cancelled.add(session);
                }
            } else if (takesPlace && !session.apart()) {
                moved.add(new Moved(session, to));
            } else {
                kept.add(session);
            }
        }
        List<Occurrence> added =
                dates.stream().filter(date -> wanted.containsKey(date.ofRule())).toList();
        return new Revision(moved, kept, cancelled, added);
    }
}
