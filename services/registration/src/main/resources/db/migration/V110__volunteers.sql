-- Volunteers. What names a person is encrypted (kit FieldCipher); equality goes over keyed fingerprints.
create table volunteer (
    id                uuid        primary key,
    account_id        uuid        not null,
    number            text        not null,
    status            text        not null,
    status_reason     text,
    division          text collate "C" not null references division,
    real_name         bytea       not null,
    document_type     text        not null,
    document_number   bytea       not null,
    document_index    bytea       not null,
    phone             bytea       not null,
    phone_index       bytea       not null,
    name_index        bytea       not null,
    birth_date        bytea       not null,
    sex               text        not null,
    skills            text[]      not null,
    categories        text[]      not null,
    identities        text[]      not null,
    registered_at     timestamptz not null,
    status_since      timestamptz not null,
    sequence          bigint      not null,
    version           bigint      not null,
    constraint volunteer_account_once unique (account_id),
    constraint volunteer_number_once unique (number),
    constraint volunteer_status_known
        check (status in ('PENDING', 'VERIFIED', 'REJECTED', 'SUSPENDED', 'WITHDRAWN')),
    constraint volunteer_sex_known check (sex in ('FEMALE', 'MALE'))
);
-- one person, one account; a refused registration does not keep the document's true owner out
create unique index volunteer_document_once on volunteer (document_index) where status <> 'REJECTED';
create index volunteer_by_division on volunteer (division, id);
create index volunteer_by_name on volunteer (name_index);
create index volunteer_by_phone on volunteer (phone_index);
