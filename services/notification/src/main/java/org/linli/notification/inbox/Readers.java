package org.linli.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.kit.time.LinliClock;
import org.linli.notification.message.Draft;

/** Finds out which accounts an audience is, for a whole batch at once, and what its places and teams are called. */
@ApplicationScoped
class Readers {
    private static final String FIND = """
            with draft as (
                select * from unnest($1::int[], $2::text[], $3::uuid[], $4::text[], $6::uuid[])
                    as d (position, audience, audience_id, division, team_id)
            ), found (position, account_id) as (
                select d.position, a.account_id from draft d
                    join recipient_account a on a.recipient_id = d.audience_id where d.audience = 'RECIPIENT'
                union
                select d.position, a.account_id from draft d
                    join account_copy a on a.volunteer_id = d.audience_id
                    where d.audience in ('VOLUNTEER', 'FORMER_VOLUNTEER', 'NEXT_VOLUNTEER', 'RECEIVER')
                union
                select d.position, d.audience_id from draft d where d.audience in ('GUARDIANS', 'MAKER')
                union
                select d.position, t.account_id from draft d
                    join merchant_copy m on m.merchant_id = d.audience_id
                    cross join unnest(m.accounts) as t (account_id)
                    -- whose role was taken away acts at no till any more; of whom none is known here it may be on
                    -- its way
                    where d.audience = 'TILL' and (
                        not exists (select from grant_copy g where g.account_id = t.account_id and g.role = 'MERCHANT')
                        or exists (select from grant_copy g where g.account_id = t.account_id and g.role = 'MERCHANT'
                            and g.revoked_at is null and g.valid_from <= $5
                            and (g.valid_until is null or g.valid_until > $5)
                            and (d.division is null or d.division like g.division_prefix || '%')))
                union
                select d.position, unnest(g.guardian_accounts || a.account_id) from draft d
                    join sign_up_copy s on s.expected and (d.audience = 'SIGNED_UP' and s.session_id = d.audience_id
                        or d.audience = 'SIGNED_UP_TO_ACTIVITY' and s.activity_id = d.audience_id and s.ends_at > $5)
                    join account_copy a on a.volunteer_id = s.volunteer_id
                    left join ward_copy g on g.volunteer_id = s.volunteer_id and g.active
                union
                select d.position, a.account_id from draft d
                    join team_copy t on t.team_id = d.audience_id
                    join account_copy a on a.volunteer_id = t.leader_id where d.audience = 'TEAM_LEADER'
                union
                select d.position, a.account_id from draft d
                    join membership_copy m on m.team_id = d.audience_id and m.active
                    join account_copy a on a.volunteer_id = m.volunteer_id where d.audience = 'TEAM_MEMBERS'
                union
                select d.position, g.account_id from draft d
                    join grant_copy g on g.revoked_at is null and g.valid_from <= $5
                        and (g.valid_until is null or g.valid_until > $5)
                        and (g.station_id = d.audience_id
                            or g.station_id is null and g.team_id is null and g.activity_id is null
                                and d.division like g.division_prefix || '%' and length(g.division_prefix) >= 6)
                    where g.role = 'STATION_COORDINATOR' and (d.audience = 'STATION'
                        or d.audience = 'STATION_FOR_LEADER' and (d.team_id is null
                            or exists (select from team_copy t where t.team_id = d.team_id
                                and not exists (select from account_copy l where l.volunteer_id = t.leader_id
                                    and coalesce(l.volunteer_status, 'VERIFIED') = 'VERIFIED'))))
                union
                select d.position, g.account_id from draft d
                    join grant_copy g on g.revoked_at is null and g.valid_from <= $5
                        and (g.valid_until is null or g.valid_until > $5) and d.division like g.division_prefix || '%'
                        and length(g.division_prefix) >= 4
                    where d.audience = 'DISTRICT' and g.role = 'DISTRICT_ADMINISTRATOR'
            )
            -- where a sign-in stood that was erased, the id of the volunteer stands, and nobody reads under it
            select f.position, f.account_id from found f
                where not exists (select from erased_volunteer e where e.volunteer_id = f.account_id)
            """;

    private final LinliClock clock;

    @Inject
    Readers(LinliClock clock) {
        this.clock = clock;
    }

    /** A draft and one account that reads it. */
    record Reader(int position, UUID accountId) {}

    /** For every draft (by its position) the accounts that read it. */
    Uni<List<Reader>> of(SqlConnection connection, List<Draft> drafts) {
        Integer[] positions = new Integer[drafts.size()];
        java.util.Arrays.setAll(positions, position -> position);
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        positions,
                        drafts.stream().map(draft -> draft.audience().name()).toArray(String[]::new),
                        drafts.stream().map(Draft::audienceId).toArray(UUID[]::new),
                        drafts.stream().map(Draft::division).toArray(String[]::new),
                        clock.now().atOffset(ZoneOffset.UTC),
                        drafts.stream().map(Draft::teamId).toArray(UUID[]::new)))
                .map(rows -> rows.stream()
                        .map(row -> new Reader(row.getInteger("position"), row.getUUID("account_id")))
                        .toList());
    }

    /** Names of the divisions and teams that the drafts speak of, by code and id. */
    Uni<Map<String, String>> names(SqlConnection connection, List<Draft> drafts) {
        String[] divisions = drafts.stream()
                .map(Draft::division)
                .filter(code -> code != null)
                .distinct()
                .toArray(String[]::new);
        UUID[] teams = drafts.stream()
                .map(Draft::teamId)
                .filter(id -> id != null)
                .distinct()
                .toArray(UUID[]::new);
        return connection
                .preparedQuery("select code as key, name from division_copy where code = any ($1)"
                        + " union all select team_id::text, name from team_copy where team_id = any ($2)")
                .execute(Tuple.of(divisions, teams))
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    for (Row row : rows) {
                        names.put(row.getString("key"), row.getString("name"));
                    }
                    return names;
                });
    }
}
