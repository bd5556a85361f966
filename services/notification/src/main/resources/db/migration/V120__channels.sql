-- how somebody wants to be told; whoever has no row chose nothing
create table notification_preference (
    account_id  uuid   not null,
    language    text   not null default 'zh-CN',
    in_app      jsonb  not null default '{}',
    email       jsonb  not null default '{}',
    quiet_from  time,
    quiet_until time,
    version     bigint not null default 0,
    constraint notification_preference_pk primary key (account_id),
    constraint notification_preference_language check (language in ('zh-CN', 'en')),
    constraint notification_preference_quiet check ((quiet_from is null) = (quiet_until is null)
        and (quiet_from is null or quiet_from <> quiet_until))
);

-- an address somebody gave (encrypted); of a code that was sent there only its id is kept, from which nobody without
-- the key can tell the digits
create table channel_address (
    account_id    uuid        not null,
    channel       text        not null,
    address       bytea       not null,
    address_index bytea       not null,
    verified_at   timestamptz,
    code_id       uuid,
    code_until    timestamptz,
    wrong_codes   int         not null default 0,
    version       bigint      not null,
    constraint channel_address_pk primary key (account_id, channel),
    constraint channel_address_channel check (channel = 'EMAIL'),
    constraint channel_address_code check ((code_id is null) = (code_until is null))
);

-- codes sent within the last day, to limit them by account and by address
create table address_code (
    code_id       uuid        not null,
    account_id    uuid        not null,
    address_index bytea       not null,
    made_at       timestamptz not null,
    constraint address_code_pk primary key (code_id)
);
create index address_code_by_account on address_code (account_id);
create index address_code_by_address on address_code (address_index);

-- one row for each message and channel beside the inbox, written in the transaction of the inbox row
create table delivery (
    id            uuid        not null,
    account_id    uuid        not null,
    channel       text        not null,
    event_id      uuid        not null,
    kind          text        not null,
    state         text        not null default 'WAITING',
    trouble       text,
    made_at       timestamptz not null,
    first_due_at  timestamptz not null,
    due_at        timestamptz not null,
    attempts      int         not null default 0,
    claimed_until timestamptz,
    ended_at      timestamptz,
    constraint delivery_pk primary key (id),
    constraint delivery_once unique (account_id, channel, event_id, kind),
    constraint delivery_channel check (channel = 'EMAIL'),
    constraint delivery_state check (state in ('WAITING', 'SENT', 'FAILED', 'WITHDRAWN')),
    constraint delivery_end check ((state = 'WAITING') = (ended_at is null))
);
create index delivery_due on delivery (due_at) where state = 'WAITING';
create index delivery_failed on delivery (id) where state = 'FAILED';
create index delivery_by_account on delivery (account_id, id);

-- arrived in quiet hours, or of a kind that is not to make itself noticed
alter table inbox add column silent boolean not null default false;
