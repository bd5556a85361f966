-- who may act at the till of a merchant: they are told what is to be handed over
create table merchant_copy (
    merchant_id uuid   primary key,
    accounts    uuid[] not null,
    sequence    bigint not null
);

-- who is signed up for a session: they are told when it changes
create table sign_up_copy (
    sign_up_id   uuid        primary key,
    session_id   uuid        not null,
    activity_id  uuid        not null,
    volunteer_id uuid        not null,
    guardians    uuid[]      not null,
    expected     boolean     not null,
    ends_at      timestamptz not null,
    sequence     bigint      not null
);
create index sign_up_copy_by_session on sign_up_copy (session_id) where expected;
create index sign_up_copy_by_activity on sign_up_copy (activity_id) where expected;
