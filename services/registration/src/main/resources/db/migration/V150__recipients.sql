-- Recipients of help. Personal fields are encrypted (associated data: table, row, column).

create table recipient (
    id                   uuid        primary key,
    account_id           uuid,
    kind                 text        not null,
    station_id           uuid        not null,
    division             text collate "C" not null references division,
    tier                 text        not null,
    needs                text[]      not null,
    name_encrypted       bytea       not null,
    phone_encrypted      bytea,
    address_encrypted    bytea       not null,
    care_notes_encrypted bytea,
    birth_date_encrypted bytea,
    status               text        not null,
    enrolled_at          timestamptz not null,
    enrolled_by          uuid        not null,
    withdrawn_at         timestamptz,
    withdrawn_by         uuid,
    sequence             bigint      not null,
    version              bigint      not null,
    constraint recipient_one_per_account unique (account_id),
    constraint recipient_of_a_station foreign key (station_id) references station (id),
    constraint recipient_kind_known check (kind in ('PERSON', 'INSTITUTION')),
    constraint recipient_tier_known check (tier in ('GENERAL', 'LOW_INCOME', 'SPECIAL_HARDSHIP')),
    constraint recipient_status_known check (status in ('ACTIVE', 'WITHDRAWN'))
);
create index recipient_by_division on recipient (division, id);
create index recipient_by_station on recipient (station_id, id);

-- the one-time code with which a recipient's own sign-in is linked: at most one a recipient, the newest counts
create table sign_in_code (
    recipient_id uuid        primary key,
    code_hash    bytea       not null,
    issued_at    timestamptz not null,
    issued_by    uuid        not null,
    expires_at   timestamptz not null,
    wrong_tries  int         not null,
    voided_at    timestamptz,
    used_at      timestamptz,
    version      bigint      not null,
    constraint sign_in_code_of_a_recipient foreign key (recipient_id) references recipient (id)
);

-- Who serves whom now: a copy of activity's requests, without anything about the order itself. A row outlives the
-- service, because its sequence keeps older events out.
create table serving_copy (
    request_id   uuid    primary key,
    recipient_id uuid    not null,
    volunteer_id uuid,
    serving      boolean not null,
    sequence     bigint  not null
);
create index serving_copy_by_recipient on serving_copy (recipient_id, volunteer_id) where serving;
