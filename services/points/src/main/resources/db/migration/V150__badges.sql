-- Badges by rule (product P08).

-- Rules: versions with dates, few rows. A published version changes only by being given an end.
create table badge_rule (
    id              uuid        primary key,
    code            text        not null,
    version         int         not null,
    kind            text        not null,
    threshold       int         not null,          -- records, minutes, or hundredths of a star
    minimum_reviews int,
    name            text        not null,          -- as the badge shows it to the world
    description     text        not null,
    valid_from      date        not null,
    valid_until     date,                          -- last day; null while open
    published_at    timestamptz not null,
    sequence        bigint      not null,
    row_version     bigint      not null,
    constraint badge_rule_version unique (code, version),
    constraint badge_rule_kind check (kind in ('RECORD_COUNT', 'MINUTES', 'REVIEW_AVERAGE')),
    constraint badge_rule_threshold check (threshold between 1 and 10000000),
    constraint badge_rule_reviews check ((kind = 'REVIEW_AVERAGE') = (minimum_reviews is not null)),
    constraint badge_rule_dates check (valid_until is null or valid_until >= valid_from)
);

-- The badges a city starts with; a city replaces them by closing a version and publishing the next.
insert into badge_rule values
    ('019a0000-0000-7000-8000-000000000101', 'first-service', 1, 'RECORD_COUNT', 1, null,
     '初次服务', '完成第一次经确认的志愿服务。', '2020-01-01', null, '2020-01-01T00:00:00Z', 0, 0),
    ('019a0000-0000-7000-8000-000000000102', 'fifty-services', 1, 'RECORD_COUNT', 50, null,
     '五十次服务', '完成五十次经确认的志愿服务。', '2020-01-01', null, '2020-01-01T00:00:00Z', 0, 0),
    ('019a0000-0000-7000-8000-000000000103', 'hundred-hours', 1, 'MINUTES', 6000, null,
     '百小时志愿者', '经确认的志愿服务时长满一百小时。', '2020-01-01', null, '2020-01-01T00:00:00Z', 0, 0),
    ('019a0000-0000-7000-8000-000000000104', 'well-reviewed', 1, 'REVIEW_AVERAGE', 480, 10,
     '好评志愿者', '至少十次服务评价,平均不低于四点八星。', '2020-01-01', null, '2020-01-01T00:00:00Z', 0, 0);

-- what counts for badges: the newest of each chain of records, and the newest review of each request. A row outlives
-- its counting, because its sequence keeps older events out.
create table badge_service (
    record_id    uuid   primary key,
    volunteer_id uuid   not null,
    minutes      int    not null,                  -- 0 while it does not count
    sequence     bigint not null
);
create table badge_review (
    request_id   uuid   primary key,
    volunteer_id uuid   not null,
    stars        int    not null,
    sequence     bigint not null
);
create table badge_tally (
    volunteer_id uuid   primary key,
    records      bigint not null,
    minutes      bigint not null,
    reviews      bigint not null,
    stars        bigint not null
);

-- whether somebody with these figures meets a rule: the one place that says so
create function badge_is_met(rule badge_rule, tally badge_tally) returns boolean language sql immutable parallel safe
    return case rule.kind
        when 'RECORD_COUNT' then tally.records >= rule.threshold
        when 'MINUTES' then tally.minutes >= rule.threshold
        else tally.reviews >= rule.minimum_reviews and tally.stars * 100 >= tally.reviews * rule.threshold end;

-- what was awarded: once for each person and badge, whatever is told again; a revoked one does not come back
create table badge_award (
    id            uuid        primary key,
    volunteer_id  uuid        not null,
    code          text        not null,
    rule_id       uuid        not null,
    rule_version  int         not null,
    division      text        not null,
    awarded_at    timestamptz not null,
    -- goes into the hash by which the holder is named in the credential
    salt          text        not null,
    -- place in the list that says which credentials were revoked
    status_index  bigint      not null generated always as identity,
    revoked_at    timestamptz,
    revoked_by    uuid,
    revoke_reason text,
    sequence      bigint      not null,
    row_version   bigint      not null,
    constraint badge_award_once unique (volunteer_id, code),
    constraint badge_award_by_a_rule foreign key (rule_id) references badge_rule (id)
);
create unique index badge_award_by_status_index on badge_award (status_index);
create index badge_award_revoked on badge_award (status_index) where revoked_at is not null;
