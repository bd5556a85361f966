-- Keys of devices and of systems of districts. The key itself is nowhere: only its SHA-256, which nobody can turn round,
-- as half of a key are 256 random bits.
create table api_key (
    id             uuid        primary key,
    name           text        not null,
    secret_hash    bytea       not null,
    role           text        not null,
    division       text collate "C" not null,
    station_id     uuid,
    -- first parts of paths, separated by commas
    resources      text        not null,
    may_write      boolean     not null,
    per_minute     integer     not null,
    grant_id       uuid        not null,
    created_by     uuid        not null,
    created_at     timestamptz not null,
    until          timestamptz not null,
    last_used_at   timestamptz,
    revoked_by     uuid,
    revoked_at     timestamptz,
    -- the same moment in real time, whatever the clock of a story says; gateways ask by it
    ended_at       timestamptz,
    version        bigint      not null,
    constraint api_key_period check (until > created_at),
    constraint api_key_rate check (per_minute between 1 and 100000)
);
create index api_key_by_division on api_key (division, id);
create index api_key_ended on api_key (ended_at) where ended_at is not null;
