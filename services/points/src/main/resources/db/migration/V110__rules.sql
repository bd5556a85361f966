-- Points rules: versions with dates, few rows. A published version changes only by being given an end.
create table points_rule (
    id               uuid        primary key,
    code             text        not null,
    version          int         not null,
    kind             text        not null,
    unit             text        not null,
    amount           bigint      not null,          -- hundredths: per hour, per request, per review, or the cap
    category_amounts text        not null,          -- JSON object: other amounts for some categories
    minimum_stars    int,
    valid_from       date        not null,
    valid_until      date,                          -- last day; null while open
    published_at     timestamptz not null,
    sequence         bigint      not null,
    row_version      bigint      not null,
    constraint points_rule_version unique (code, version),
    constraint points_rule_kind check (kind in ('PER_HOUR', 'PER_REQUEST', 'REVIEW_BONUS', 'DAY_CAP')),
    constraint points_rule_amount check (amount between 0 and 1000000),
    constraint points_rule_stars check ((kind = 'REVIEW_BONUS') = (minimum_stars is not null)),
    constraint points_rule_dates check (valid_until is null or valid_until >= valid_from)
);

-- The rules a city starts with. One point an hour is what most published schemes give (海林市, 广州 公益时间银行 2019,
-- 南京, 黄石 2024, 枝江). The cap of 8 points a day is the 8 hours from which a day's service is looked at twice. Half a
-- point for a review with five stars is ours: an encouragement, not a second wage. A city replaces all of them by
-- closing a version and publishing the next.
insert into points_rule values
    ('019a0000-0000-7000-8000-000000000001', 'service-hours', 1, 'PER_HOUR', 'POINTS', 100, '{}', null,
     '2020-01-01', null, '2020-01-01T00:00:00Z', 0, 0),
    ('019a0000-0000-7000-8000-000000000002', 'good-review', 1, 'REVIEW_BONUS', 'POINTS', 50, '{}', 5,
     '2020-01-01', null, '2020-01-01T00:00:00Z', 0, 0),
    ('019a0000-0000-7000-8000-000000000003', 'day-cap', 1, 'DAY_CAP', 'POINTS', 800, '{}', null,
     '2020-01-01', null, '2020-01-01T00:00:00Z', 0, 0);
