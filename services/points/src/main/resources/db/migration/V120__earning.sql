-- What the ledger was told by activity, and what came of it.
create table source_event (
    event_id     uuid        primary key,
    type         text        not null,
    cause_id     uuid        not null,
    volunteer_id uuid        not null,
    replaces     uuid,                   -- the record that a correction took the place of
    outcome      text        not null,
    postings     int         not null,
    applied_at   timestamptz not null default clock_timestamp()
);
create index source_event_by_replaced on source_event (replaces) where replaces is not null;

-- events about volunteers who are not known yet
create table waiting_event (
    event_id     uuid        primary key,
    volunteer_id uuid        not null,
    type         text        not null,
    subject      text        not null,
    sequence     bigint      not null,
    division     text,
    happened_at  timestamptz not null,
    data         bytea       not null,
    arrived_at   timestamptz not null default clock_timestamp()
);
create index waiting_event_by_volunteer on waiting_event (volunteer_id);

-- Volunteers as registration tells; a row without a division is a placeholder of a volunteer somebody waits for. Its
-- row lock makes sure that no event begins to wait just when the volunteer arrives.
create table volunteer_copy (
    volunteer_id uuid   primary key,
    division     text,
    status       text,
    sequence     bigint not null
);

-- which digits the divisions below a division share: its level cannot be seen from the code
create table division_copy (
    code     text   primary key,
    prefix   text   not null,
    sequence bigint not null
);
