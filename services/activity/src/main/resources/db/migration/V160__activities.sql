-- Activities (活动, product A01). Title, texts and place are public from publication on; the contact is a person's and
-- encrypted, as are reasons.

-- kinds of service 8+N (seed systems S10, S27): the eight and "other", and what a city adds. Each addition counts as
-- one of the nine, so that points rules and statistics know it.
create table activity_category (
    code     text    primary key,
    category text    not null,
    name_zh  text    not null,
    name_en  text    not null,
    active   boolean not null,
    version  bigint  not null,
    constraint activity_category_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    constraint activity_category_kind check (category in ('MEALS', 'CLEANING', 'BATHING', 'MEDICAL_ESCORT',
        'URGENT_ERRANDS', 'MOBILITY', 'REPAIRS', 'COMPANIONSHIP', 'OTHER'))
);
insert into activity_category (code, category, name_zh, name_en, active, version) values
    ('MEALS', 'MEALS', '助餐', 'Meals', true, 0),
    ('CLEANING', 'CLEANING', '助洁', 'Cleaning', true, 0),
    ('BATHING', 'BATHING', '助浴', 'Bathing and grooming', true, 0),
    ('MEDICAL_ESCORT', 'MEDICAL_ESCORT', '助医', 'To the doctor', true, 0),
    ('URGENT_ERRANDS', 'URGENT_ERRANDS', '助急', 'Urgent errands', true, 0),
    ('MOBILITY', 'MOBILITY', '助行', 'Getting about', true, 0),
    ('REPAIRS', 'REPAIRS', '维修', 'Repairs', true, 0),
    ('COMPANIONSHIP', 'COMPANIONSHIP', '陪伴', 'Company', true, 0),
    ('OTHER', 'OTHER', '其他', 'Other', true, 0),
    ('HAIRCUTS', 'BATHING', '义务理发', 'Free haircuts', true, 0),
    ('ENVIRONMENT', 'OTHER', '环境整治', 'Clean-ups', true, 0),
    ('PATROL', 'OTHER', '治安巡逻', 'Patrols', true, 0),
    ('CULTURE', 'OTHER', '文体活动', 'Arts and sports', true, 0);

create table activity (
    id              uuid        primary key,
    version         bigint      not null,
    -- events so far, from 1
    sequence        bigint      not null,
    division        text collate "C" not null,
    team_id         uuid,
    station_id      uuid,
    made_by         uuid        not null,
    made_at         timestamptz not null,
    category_code   text        not null references activity_category,
    category        text        not null,
    title           text        not null,
    description     text        not null,
    bring           text,
    address         text        not null,
    longitude       double precision not null,
    latitude        double precision not null,
    age_bands       text[]      not null,
    skills          text[]      not null,
    team_only       boolean     not null,
    risky           boolean     not null,
    contact         bytea,
    insurer         text,
    policy_number   text,
    insured_from    date,
    insured_until   date,
    status          text        not null,
    published_at    timestamptz,
    ended_at        timestamptz,
    reason          bytea,
    constraint activity_division check (division ~ '^\d{12}$'),
    constraint activity_status check (status in ('DRAFT', 'PUBLISHED', 'CLOSED', 'CANCELLED')),
    constraint activity_published check (status not in ('PUBLISHED', 'CLOSED') or published_at is not null),
    constraint activity_team_only check (not team_only or team_id is not null),
    constraint activity_place check (longitude between -180 and 180 and latitude between -90 and 90),
    constraint activity_policy check (num_nonnulls(insurer, policy_number, insured_from, insured_until) in (0, 4)),
    constraint activity_policy_dates check (insured_from <= insured_until),
    -- whatever the code does: nothing risky is public without insurance (志愿服务条例 art. 17)
    constraint activity_insured check (not risky or status = 'DRAFT' or published_at is null or policy_number is not null)
);
create index activity_by_division on activity (division, id desc);
create index activity_by_team on activity (team_id, id desc) where team_id is not null;
create index activity_by_maker on activity (made_by, id desc);
create index activity_by_place on activity (latitude, longitude) where status = 'PUBLISHED';
