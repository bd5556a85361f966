-- Figures about volunteers (product R11), kept in the transaction of whatever changes them.

-- the periods a day belongs to: all, 2026, 2026-11
create function periods_of(day date) returns setof text language sql stable parallel safe rows 3
as $$
    select period from (values ('all'), (to_char(day, 'YYYY')), (to_char(day, 'YYYY-MM'))) as p (period)
$$;

-- who counts as registered: everybody but those refused and those who left
create function is_standing(status text) returns boolean language sql immutable parallel safe
    return status in ('PENDING', 'VERIFIED', 'SUSPENDED');

-- activity's entries of service, one row for each chain of corrections: what its newest event says. A row outlives its
-- counting, because its sequence keeps older events out.
create table counted_service (
    record_id    uuid   primary key,
    -- no foreign key: the figures of somebody not known yet wait here and count from the registration on
    volunteer_id uuid   not null,
    service_date date   not null,
    -- 0 while it does not count
    minutes      int    not null,
    sequence     bigint not null,
    constraint counted_service_minutes check (minutes >= 0)
);

-- how long each volunteer served in each period: what "distinct people with hours" is counted from
create table volunteer_service (
    volunteer_id uuid   not null,
    period       text collate "C" not null,
    minutes      bigint not null,
    primary key (volunteer_id, period)
);

-- the figures of each community and period. Sums over a division are a range of this key. No check against negative
-- figures: PostgreSQL would refuse the negative part of an upsert even where the sum is right; the recount finds any.
create table volunteer_statistics (
    period     text collate "C" not null,
    division   text collate "C" not null,
    registered bigint not null,
    active     bigint not null,
    with_hours bigint not null,
    minutes    bigint not null,
    primary key (period, division)
) with (fillfactor = 60);

-- what the two tables above must hold
create view volunteer_service_truth as
select volunteer_id, period, sum(minutes)::bigint as minutes
from counted_service cross join lateral periods_of(service_date) as period
where minutes > 0
group by volunteer_id, period;

create view volunteer_statistics_truth as
select period, division, sum(registered)::bigint as registered, sum(active)::bigint as active,
    sum(with_hours)::bigint as with_hours, sum(minutes)::bigint as minutes
from (
    select period, v.division, 1 as registered, (v.status = 'VERIFIED')::int as active, 0 as with_hours, 0 as minutes
    from volunteer v
        cross join lateral periods_of((v.registered_at at time zone 'Asia/Shanghai')::date) as period
    where is_standing(v.status)
    union all
    select s.period, v.division, 0, 0, is_standing(v.status)::int, s.minutes
    from volunteer_service_truth s join volunteer v on v.id = s.volunteer_id) as one
group by period, division;

-- those who registered before there were figures
insert into volunteer_statistics (period, division, registered, active, with_hours, minutes)
select period, division, registered, active, with_hours, minutes from volunteer_statistics_truth;

-- what is known of a division beside its place in the tree
create table division_population (
    division  text collate "C" primary key,
    -- resident population; null if nobody said
    residents bigint,
    -- whether a community is urban; null: as its code says
    urban     boolean,
    constraint division_population_of_a_division foreign key (division) references division (code),
    constraint division_population_residents check (residents >= 0)
);

-- Whether a community is urban (城镇). By its code, digits 10 to 12 are 001 to 199 for a residents' committee (居委会), 200
-- to 399 for a villagers' committee, and 400 to 499 for what is like the former (国统字〔2009〕91号).
create function is_urban(code text) returns boolean language sql immutable parallel safe
    return substr(code, 10, 3) between '001' and '199' or substr(code, 10, 3) between '400' and '499';
