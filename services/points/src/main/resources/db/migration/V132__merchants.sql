-- Partner shops (爱心商户), who may act at their tills, and what they give for points. Names of shops are public.
create table merchant (
    id         uuid        primary key,
    name       text        not null,
    address    text,
    division   text        not null collate "C", -- community in which the shop stands
    status     text        not null,
    entered_by uuid        not null,
    entered_at timestamptz not null,
    sequence   bigint      not null,
    version    bigint      not null,
    constraint merchant_division check (division ~ '^\d{12}(\d{3})?$'),
    constraint merchant_status check (status in ('ACTIVE', 'SUSPENDED', 'LEFT'))
);
create index merchant_by_division on merchant (division, id);

-- The sign-in that may act at the till of a shop; a row without an account is a place for whoever has the code.
create table till (
    id          uuid        primary key,
    merchant_id uuid        not null constraint till_merchant references merchant,
    account_id  uuid,
    code_hash   bytea,                 -- keyed fingerprint; null once it is used
    code_until  timestamptz,
    wrong_tries int         not null,
    issued_by   uuid        not null,
    linked_at   timestamptz,
    closed_at   timestamptz
);
create index till_by_merchant on till (merchant_id);
create unique index till_once on till (merchant_id, account_id) where account_id is not null and closed_at is null;
-- one code of a shop is open at a time
create unique index till_one_code on till (merchant_id) where account_id is null and closed_at is null;

create table offer (
    id            uuid        primary key,
    merchant_id   uuid        not null constraint offer_merchant references merchant,
    division      text        not null collate "C", -- of the merchant
    audience      text        not null collate "C", -- digits that the homes of those share who may have it
    title         text        not null,
    description   text,
    unit          text        not null constraint offer_scheme references points_scheme (unit),
    price         bigint      not null,             -- hundredths
    stock         int         not null,             -- from the beginning
    per_person    int,                              -- null: as many as there are; in each month if it has windows
    per_month     int,                              -- how many a month in all; null: no limit
    first_days    int,                              -- to be had on the first so many days of a month; null: every day
    valid_from    date        not null,
    valid_until   date        not null,
    status        text        not null,
    published_at  timestamptz not null,
    sequence      bigint      not null,
    version       bigint      not null,
    constraint offer_price check (price between 1 and 100000000),
    constraint offer_stock_size check (stock between 0 and 1000000),
    constraint offer_windows check (per_person >= 1 and per_month >= 1 and first_days between 1 and 31),
    constraint offer_dates check (valid_until >= valid_from),
    constraint offer_status check (status in ('PUBLISHED', 'WITHDRAWN'))
);
create index offer_by_merchant on offer (merchant_id, id);
create index offer_on_show on offer (id) where status = 'PUBLISHED';

-- How many of an offer are set aside and handed over: in all (period ''), and in a month if that is limited (period
-- '2026-11'). Whoever takes one changes these rows by one conditional statement; the CHECK stands behind it.
create table offer_stock (
    offer_id  uuid not null,
    period    text not null,
    total     int  not null,
    held      int  not null,
    fulfilled int  not null,
    constraint offer_stock_key primary key (offer_id, period),
    constraint offer_stock_left check (held >= 0 and fulfilled >= 0 and held + fulfilled <= total)
) with (fillfactor = 50);
