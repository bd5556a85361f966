-- Minors and those who stand for them (product R03). Personal fields are encrypted (associated data: table, row, column).

-- the file of guardians that belongs to a minor; its row counts the events
create table guardianship (
    id           uuid        primary key,
    volunteer_id uuid        not null,
    consent      text        not null,
    -- when the minor came of age
    ended_at     timestamptz,
    sequence     bigint      not null,
    version      bigint      not null,
    constraint guardianship_of_a_volunteer foreign key (volunteer_id) references volunteer (id),
    constraint guardianship_one_per_volunteer unique (volunteer_id),
    constraint guardianship_consent_known check (consent in ('NONE', 'GIVEN', 'GIVEN_UNDER_14_RECORD'))
);

-- somebody who stands for a minor, with the one-time code that links their sign-in
create table guardian (
    id              uuid        primary key,
    guardianship_id uuid        not null,
    relationship    text        not null,
    name_encrypted  bytea       not null,
    phone_encrypted bytea       not null,
    status          text        not null,
    account_id      uuid,
    named_at        timestamptz not null,
    named_by        uuid        not null,
    confirmed_at    timestamptz,
    ended_at        timestamptz,
    ended_by        uuid,
    code_hash       bytea,
    issued_at       timestamptz,
    issued_by       uuid,
    expires_at      timestamptz,
    wrong_tries     int,
    voided_at       timestamptz,
    used_at         timestamptz,
    version         bigint      not null,
    constraint guardian_of_a_minor foreign key (guardianship_id) references guardianship (id),
    constraint guardian_relationship_known check (relationship in ('PARENT', 'GRANDPARENT', 'SIBLING', 'OTHER')),
    constraint guardian_status_known check (status in ('NAMED', 'CONFIRMED', 'ENDED')),
    constraint guardian_with_a_sign_in check (status <> 'CONFIRMED' or account_id is not null)
);
create index guardian_by_guardianship on guardian (guardianship_id, id);
-- one sign-in stands once for the same minor, and its wards are found by it
create unique index guardian_once_per_minor on guardian (account_id, guardianship_id) where status = 'CONFIRMED';

-- every consent that was ever given, and until when it held: kept as evidence (PIPL art. 31, 55)
create table guardian_consent (
    id              uuid        primary key,
    guardianship_id uuid        not null,
    guardian_id     uuid        not null,
    kind            text        not null,
    -- version of the text that the guardian agreed to
    statement       text        not null,
    given_at        timestamptz not null,
    ended_at        timestamptz,
    ended_by        uuid,
    version         bigint      not null,
    constraint guardian_consent_by_a_guardian foreign key (guardian_id) references guardian (id),
    constraint guardian_consent_kind_known check (kind in ('SERVICE', 'CHILD_DATA'))
);
create unique index guardian_consent_once on guardian_consent (guardian_id, kind) where ended_at is null;
create index guardian_consent_by_guardianship on guardian_consent (guardianship_id, id);
