-- one row for each account and cause (N01); gap-free numbers per account, so that a stream can resume without loss
create table inbox (
    account_id   uuid        not null,
    sequence     bigint      not null,
    event_id     uuid        not null,
    kind         text        not null,
    subject_type text        not null,
    subject_id   text        not null,
    details      jsonb       not null,
    happened_at  timestamptz not null,
    arrived_at   timestamptz not null default clock_timestamp(),
    read_at      timestamptz,
    archived_at  timestamptz,
    constraint inbox_pk primary key (account_id, sequence),
    constraint inbox_once unique (account_id, event_id, kind)
);

-- changes in the transaction of its rows: the newest number and how many are unread
create table inbox_head (
    account_id uuid   primary key,
    sequence   bigint not null default 0,
    unread     int    not null default 0,
    changes    bigint not null default 0,
    constraint inbox_head_unread check (unread >= 0)
);

-- messages whose reader is not known here yet: told as soon as registration's event arrives
create table waiting_message (
    audience     text        not null,
    audience_id  uuid        not null,
    event_id     uuid        not null,
    kind         text        not null,
    subject_type text        not null,
    subject_id   text        not null,
    details      jsonb       not null,
    happened_at  timestamptz not null,
    kept_at      timestamptz not null default clock_timestamp(),
    constraint waiting_message_pk primary key (audience, audience_id, event_id, kind)
);
create index waiting_message_by_age on waiting_message (kept_at);
create index waiting_message_by_reader on waiting_message (audience_id);
