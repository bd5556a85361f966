-- Who may do what below which division, or for one station, team or activity only.
create table role_grant (
    id              uuid        primary key,
    account_id      uuid        not null,
    role            text        not null,
    division        text collate "C" not null,
    division_prefix text collate "C" not null,
    station_id      uuid,
    team_id         uuid,
    activity_id     uuid,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    granted_by      uuid,
    granted_at      timestamptz not null,
    revoked_by      uuid,
    revoked_at      timestamptz,
    sequence        bigint      not null,
    version         bigint      not null,
    constraint role_grant_period check (valid_until is null or valid_until > valid_from),
    constraint role_grant_one_target check (num_nonnulls(station_id, team_id, activity_id) <= 1),
    constraint role_grant_prefix_of_division check (starts_with(division, division_prefix))
);
create index role_grant_by_account on role_grant (account_id) where revoked_at is null;
create index role_grant_by_division on role_grant (division, id);
create index role_grant_of_operators on role_grant (id) where role = 'PLATFORM_OPERATOR' and revoked_at is null;
-- the same role twice in the same place says nothing new
create unique index role_grant_once on role_grant (account_id, role, division, station_id, team_id, activity_id)
    nulls not distinct where revoked_at is null and valid_until is null;
