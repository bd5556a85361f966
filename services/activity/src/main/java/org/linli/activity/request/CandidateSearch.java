package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;

/**
 * Finds who could be asked, in the current Hibernate session: those near first, and further away only while there are
 * not enough. From each distance the longest not asked are taken, so that the limit does not cut off the same people
 * for ever.
 */
@ApplicationScoped
class CandidateSearch {
    private static final int ENOUGH = 100;
    private static final List<Nearness> OUTWARD =
            List.of(Nearness.SAME_COMMUNITY, Nearness.SAME_STREET, Nearness.SAME_DISTRICT);
    /** A colon sorts behind the digits: everything below a prefix lies between it and it with a colon. */
    private static final String END = ":";

    private static final String VOLUNTEERS = """
            select v.volunteer_id, v.division, r.category = any(v.categories),
                (select count(*) from unnest(r.skills) wanted where wanted = any(v.skills)),
                exists (select from membership_copy m join team_copy t on t.team_id = m.team_id
                    where m.volunteer_id = v.volunteer_id and m.status = 'ACTIVE'
                        and starts_with(r.division, t.division_prefix)),
                (select count(*) from help_request h where h.volunteer_id = v.volunteer_id
                    and h.status in ('DISPATCHED', 'ACCEPTED', 'IN_SERVICE')),
                (select count(*) from request_offer o where o.volunteer_id = v.volunteer_id and o.offered_at > :lately),
                asked.last_at
            from help_request r
            join volunteer_copy v on v.status = 'VERIFIED' and v.account_id is not null
                and v.division >= :prefix and v.division < :end
            left join recipient_copy c on c.recipient_id = r.recipient_id
            left join lateral (select max(o.offered_at) as last_at from request_offer o
                where o.volunteer_id = v.volunteer_id) asked on true
            where r.id = :request and (v.age_band is null or v.age_band in ('FROM_18_TO_59', 'FROM_60'))
                and (c.account_id is null or v.account_id is distinct from c.account_id)
                and not exists (select from request_offer o where o.request_id = r.id and o.round = r.round
                    and o.volunteer_id = v.volunteer_id)
            order by asked.last_at nulls first limit :enough
            """;

    private static final String TEAMS = """
            select t.team_id, t.division, r.category = any(t.categories), 0, t.division_prefix = r.division,
                (select count(*) from help_request h where h.team_id = t.team_id
                    and h.status in ('DISPATCHED', 'ACCEPTED', 'IN_SERVICE')),
                (select count(*) from request_offer o where o.team_id = t.team_id and o.offered_at > :lately),
                asked.last_at
            from help_request r
            join team_copy t on t.division >= :prefix and t.division < :end
            left join lateral (select max(o.offered_at) as last_at from request_offer o
                where o.team_id = t.team_id) asked on true
            where r.id = :request
                and exists (select from membership_copy m where m.team_id = t.team_id and m.status = 'ACTIVE')
                and not exists (select from request_offer o where o.request_id = r.id and o.round = r.round
                    and o.team_id = t.team_id)
            order by asked.last_at nulls first limit :enough
            """;

    /** Volunteers with a sign-in who could be asked now; those who were asked in this round already are left out. */
    Uni<List<Candidate>> volunteers(HelpRequest request, Instant now) {
        return outward(VOLUNTEERS, request, now, 0);
    }

    /** Teams with members that could be asked now; those that were asked in this round already are left out. */
    Uni<List<Candidate>> teams(HelpRequest request, Instant now) {
        return outward(TEAMS, request, now, 0);
    }

    private static Uni<List<Candidate>> outward(String statement, HelpRequest request, Instant now, int step) {
        DivisionCode community = request.ordered().community();
        String prefix = OUTWARD.get(step).prefixOf(community);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement, Object[].class)
                        .setParameter("request", request.id())
                        .setParameter("lately", now.minus(CandidateRanking.LATELY))
                        .setParameter("prefix", prefix)
                        .setParameter("end", prefix + END)
                        .setParameter("enough", ENOUGH)
                        .getResultList())
                .chain(rows -> rows.size() >= ENOUGH || step == OUTWARD.size() - 1
                        ? Uni.createFrom().item(candidates(rows, community))
                        : outward(statement, request, now, step + 1));
    }

    private static List<Candidate> candidates(List<Object[]> rows, DivisionCode community) {
        return rows.stream().map(row -> candidate(row, community)).toList();
    }

    private static Candidate candidate(Object[] row, DivisionCode community) {
        return new Candidate(
                (UUID) row[0],
                Nearness.of(new DivisionCode((String) row[1]), community),
                (Boolean) row[2],
                ((Number) row[3]).intValue(),
                (Boolean) row[4],
                ((Number) row[5]).intValue(),
                ((Number) row[6]).intValue(),
                row[7] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[7]);
    }
}
