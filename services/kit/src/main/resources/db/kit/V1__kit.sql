-- Tables of the wiring, the same in every service.

-- finished events, waiting for the relay; id order is commit order within a key
create table outbox (
    id         bigint generated always as identity (cache 1) primary key,
    topic      text        not null,
    key        text        not null,
    headers    jsonb       not null,
    data       bytea       not null,
    created_at timestamptz not null default clock_timestamp()
);

-- first answers of POST requests, by caller, operation and key
create table idempotency (
    account_id      uuid        not null,
    operation       text        not null,
    idempotency_key text        not null,
    body_hash       bytea       not null,
    status          int         not null,
    headers         jsonb       not null,
    body            text, -- encrypted
    created_at      timestamptz not null default clock_timestamp(),
    primary key (account_id, operation, idempotency_key)
);
create index idempotency_by_age on idempotency (created_at);

-- work that is due at a time: taken with FOR UPDATE SKIP LOCKED by any replica
create table due_work (
    id       uuid        primary key,
    kind     text        not null,
    subject  text        not null,
    due_at   timestamptz not null,
    attempts int         not null default 0,
    unique (kind, subject)
);
create index due_work_by_time on due_work (due_at);

-- who did what that must be answerable later; append-only
create table audit (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    account_id uuid        not null,
    action     text        not null,
    subject    text        not null,
    division   text,
    reason     text
);
create index audit_by_subject on audit (subject, id);

-- copies of registration's rights: which account is whom, and who holds which role
create table account_copy (
    account_id   uuid primary key,
    volunteer_id uuid,
    recipient_id uuid,
    volunteer_sequence bigint not null default 0,
    recipient_sequence bigint not null default 0
);
create index account_copy_by_volunteer on account_copy (volunteer_id);
create index account_copy_by_recipient on account_copy (recipient_id);

create table grant_copy (
    grant_id        uuid        primary key,
    account_id      uuid        not null,
    role            text        not null,
    division        text        not null,
    division_prefix text        not null,
    station_id      uuid,
    team_id         uuid,
    activity_id     uuid,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    revoked_at      timestamptz,
    sequence        bigint      not null
);
create index grant_copy_by_account on grant_copy (account_id) where revoked_at is null;
