-- Redemptions (兑换): points and one piece of stock set aside until the merchant hands it over or nobody fetches it.
create table redemption (
    id           uuid        primary key,
    offer_id     uuid        not null,
    merchant_id  uuid        not null,
    volunteer_id uuid        not null,
    division     text        not null collate "C", -- of the merchant
    unit         text        not null,
    amount       bigint      not null,
    period       text        not null,             -- month in which it counts, '2026-11'
    status       text        not null,
    hold_id      uuid        not null,             -- the posting that set the points aside
    code_hash    bytea       not null,             -- keyed fingerprint of merchant and six digits
    secret_hash  bytea       not null,             -- keyed fingerprint of what the QR code says
    code_sealed  bytea       not null,             -- both, encrypted: only for their owner
    held_at      timestamptz not null,
    valid_until  timestamptz not null,
    ended_at     timestamptz,
    ended_by     uuid,                             -- the sign-in at the till, or the owner's
    sequence     bigint      not null,
    constraint redemption_status check (status in ('HELD', 'FULFILLED', 'LAPSED', 'CANCELLED')),
    constraint redemption_ended check ((status = 'HELD') = (ended_at is null)),
    constraint redemption_amount check (amount > 0),
    constraint redemption_hold unique (hold_id),
    constraint redemption_secret unique (secret_hash)
);
-- two codes that can be used at one till at the same time differ
create unique index redemption_open_code on redemption (code_hash) where status = 'HELD';
create index redemption_by_code on redemption (code_hash, held_at);
create index redemption_to_lapse on redemption (valid_until) where status = 'HELD';
create index redemption_by_volunteer on redemption (volunteer_id, id);
create index redemption_by_offer on redemption (offer_id, volunteer_id);
create index redemption_by_merchant on redemption (merchant_id, id);
