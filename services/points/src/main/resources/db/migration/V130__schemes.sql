-- Schemes (积分方案): what each unit of the ledger may be used for, and how long it lasts. Amounts are hundredths.
create table points_scheme (
    id            uuid    primary key,
    unit          text    not null,
    expiry        text    not null,
    years         int,                    -- with expiry YEARS
    warning_days  int     not null,       -- how long before its end a volunteer is told
    redeemable    boolean not null,
    transferable  boolean not null,
    donatable     boolean not null,
    minimum_left  bigint  not null,       -- what must stay when something is given away
    per_day       bigint  not null,       -- how much may be given away in a day
    per_month     bigint  not null,
    version       bigint  not null,
    constraint points_scheme_unit unique (unit),
    constraint points_scheme_expiry check (expiry in ('NONE', 'END_OF_YEAR', 'YEARS')),
    constraint points_scheme_years check ((expiry = 'YEARS') = (years is not null) and years between 1 and 20),
    constraint points_scheme_warning check (warning_days between 0 and 365),
    constraint points_scheme_limits check (minimum_left >= 0 and per_day >= 0 and per_month >= 0)
);

-- What a city starts with; the operator changes the terms. Points for service last (most published schemes let them),
-- red points (红色积分) end with the year of the party branch that gives them, points of a unit head (单元长积分) with the
-- second year. The fund's money is in fen: the hundredths are fen, so that one scheme has one way of counting.
insert into points_scheme values
    ('019a0000-0000-7000-8000-000000000101', 'POINTS', 'NONE', null, 30, true, true, true, 0, 2000, 10000, 0),
    ('019a0000-0000-7000-8000-000000000102', 'RED_POINTS', 'END_OF_YEAR', null, 30, true, false, true, 0, 0, 0, 0),
    ('019a0000-0000-7000-8000-000000000103', 'UNIT_HEAD_POINTS', 'YEARS', 2, 30, true, false, false, 0, 0, 0, 0),
    ('019a0000-0000-7000-8000-000000000104', 'FUND_FEN', 'NONE', null, 0, false, false, false, 0, 0, 0, 0);
