-- Records that could not be consumed, and what became of them. The row is written in the transaction of the batch.
create table dead_letter (
    id              bigint generated always as identity (cache 1) primary key, -- in the order of their failing
    channel         text        not null,
    topic           text        not null,
    partition       int         not null,
    record_offset   bigint      not null,
    key             text,                -- null: none; what order is kept by
    type            text,                -- null: none, or not of the form of a type
    headers         bytea       not null, -- JSON object, whatever the headers were
    data            bytea       not null,
    kind            text        not null,
    cause           text        not null,
    cause_group     text        not null, -- of channel, type, kind and cause
    state           text        not null default 'WAITING',
    attempts        int         not null default 1,
    first_failed_at timestamptz not null,
    last_failed_at  timestamptz not null,
    settled_at      timestamptz,
    settled_by      uuid,
    reason          text,
    constraint dead_letter_of_one_record unique (channel, topic, partition, record_offset),
    constraint dead_letter_state check (state in ('WAITING', 'REDRIVEN', 'DISCARDED')),
    constraint dead_letter_settled check ((state = 'WAITING') = (settled_at is null))
);
create index dead_letter_waiting on dead_letter (cause_group, id) where state = 'WAITING';
create index dead_letter_waiting_of_key on dead_letter (channel, topic, key, id) where state = 'WAITING';
create index dead_letter_settled_by_time on dead_letter (settled_at) where state <> 'WAITING';
