package org.linli.activity.copy;

/** One upsert for each copy; a row changes only for a newer sequence of its subject. */
final class CopySql {
    static final String DIVISIONS = """
            insert into division_copy as c
            select * from jsonb_to_recordset($1) as row (code text, name text, level text, parent text,
                valid_from date, valid_until date, successor text, sequence bigint)
            on conflict (code) do update set name = excluded.name, level = excluded.level, parent = excluded.parent,
                valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                successor = excluded.successor, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    /** In the order in which they are written. */
    static final String HOLD_VOLUNTEERS =
            "select from volunteer_copy where volunteer_id = any ($1::uuid[]) order by volunteer_id for update";

    static final String VOLUNTEERS = """
            insert into volunteer_copy as c
            select * from jsonb_to_recordset($1) as row (volunteer_id uuid, account_id uuid, status text,
                division text, age_band text, skills text[], categories text[], sequence bigint)
            order by volunteer_id
            on conflict (volunteer_id) do update set account_id = excluded.account_id, status = excluded.status,
                division = excluded.division, age_band = excluded.age_band, skills = excluded.skills,
                categories = excluded.categories, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    static final String TEAMS = """
            insert into team_copy as c
            select * from jsonb_to_recordset($1) as row (team_id uuid, name text, kind text, division text,
                division_prefix text, parent_team_id uuid, leader_id uuid, categories text[], sequence bigint)
            on conflict (team_id) do update set name = excluded.name, kind = excluded.kind,
                division = excluded.division, division_prefix = excluded.division_prefix,
                parent_team_id = excluded.parent_team_id, leader_id = excluded.leader_id,
                categories = excluded.categories, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    static final String MEMBERSHIPS = """
            insert into membership_copy as c
            select * from jsonb_to_recordset($1) as row (membership_id uuid, team_id uuid, volunteer_id uuid,
                status text, sequence bigint)
            on conflict (membership_id) do update set status = excluded.status, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    static final String STATIONS = """
            insert into station_copy as c
            select * from jsonb_to_recordset($1) as row (station_id uuid, name text, kind text, division text,
                longitude double precision, latitude double precision, coverage text[], sequence bigint)
            on conflict (station_id) do update set name = excluded.name, kind = excluded.kind,
                division = excluded.division, longitude = excluded.longitude, latitude = excluded.latitude,
                coverage = excluded.coverage, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    static final String RECIPIENTS = """
            insert into recipient_copy as c
            select * from jsonb_to_recordset($1) as row (recipient_id uuid, account_id uuid, station_id uuid,
                division text, active boolean, sequence bigint)
            on conflict (recipient_id) do update set account_id = excluded.account_id,
                station_id = excluded.station_id, division = excluded.division, active = excluded.active,
                sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    static final String GUARDIANSHIPS = """
            insert into guardianship_copy as c
            select * from jsonb_to_recordset($1) as row (guardianship_id uuid, volunteer_id uuid,
                guardian_accounts text[], consent text, active boolean, sequence bigint)
            on conflict (guardianship_id) do update set guardian_accounts = excluded.guardian_accounts,
                consent = excluded.consent, active = excluded.active, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;

    private CopySql() {}
}
