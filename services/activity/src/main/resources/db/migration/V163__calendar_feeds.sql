-- Calendar feeds (日历订阅): whoever knows the secret address reads one person's sessions. The secret itself is not
-- stored, only a keyed fingerprint of it.

create table calendar_feed (
    id           uuid        primary key,
    account_id   uuid        not null,
    volunteer_id uuid        not null,
    fingerprint  bytea       not null,
    made_at      timestamptz not null,
    revoked_at   timestamptz,
    constraint calendar_feed_fingerprint unique (fingerprint)
);
create index calendar_feed_by_account on calendar_feed (account_id, id) where revoked_at is null;
