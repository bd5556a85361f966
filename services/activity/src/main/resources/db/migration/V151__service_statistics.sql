-- Statistics of service (product A18), kept in the transaction of the change itself. The tables are written by triggers
-- of service_record, so that every writer counts: use cases, imports, whatever comes (docs/decisions/0056).
--
-- A record counts while it is confirmed and has minutes. It counts in its community, for all time, for its year and for
-- its month. Figures of a street, district, city or province are sums over their communities. So that people are not
-- counted twice in such a sum, each person is counted, for every period and level, in one community only: in the least
-- of those of that street (district, …) in which the person served.

create table service_rollup (
    -- 'all', '2026' or '2026-11'
    period                 text collate "C" not null,
    division               text collate "C" not null,
    records                bigint not null,
    minutes                bigint not null,
    volunteers             bigint not null,
    volunteers_by_street   bigint not null,
    volunteers_by_district bigint not null,
    volunteers_by_city     bigint not null,
    volunteers_by_province bigint not null,
    constraint service_rollup_once primary key (period, division)
);

-- what each person has; its row is also what two changes for one person wait for
create table served_volunteer (
    volunteer_id uuid   primary key,
    records      bigint not null,
    minutes      bigint not null
);

create type service_change as (volunteer_id uuid, division text, day date, records int, minutes bigint);

create function periods_of(day date) returns text[] language sql immutable as $$
    select array['all', to_char(day, 'YYYY'), to_char(day, 'YYYY-MM')] collate "C"
$$;

-- One line a community, period and person with service there (amount 1; -1 for what was before a change): for which
-- levels the person is counted there.
create type service_image as (volunteer_id uuid, period text, division text, amount int);
create function service_counted_in(images service_image[])
    returns table (period text, division text, volunteers bigint, by_street bigint, by_district bigint, by_city bigint,
        by_province bigint)
    language sql stable as $$
    with placed as (
        select i.period, i.division collate "C" as division, i.amount,
            lag(i.division) over (partition by i.amount, i.period, i.volunteer_id
                order by i.division collate "C") as before
        from unnest(images) as i)
    select period, division, sum(amount),
        coalesce(sum(amount) filter (where before is null or left(before, 9) <> left(division, 9)), 0),
        coalesce(sum(amount) filter (where before is null or left(before, 6) <> left(division, 6)), 0),
        coalesce(sum(amount) filter (where before is null or left(before, 4) <> left(division, 4)), 0),
        coalesce(sum(amount) filter (where before is null or left(before, 2) <> left(division, 2)), 0)
    from placed group by period, division
$$;

-- What people have that counts, person by person (offset 0 keeps the planner from doing it any other way: a table that
-- has just grown from nothing has no statistics yet, and every other way reads all of it for each change).
create function service_of(people uuid[])
    returns table (volunteer_id uuid, division text, service_date date) language sql stable as $$
    select person.id, r.division, r.service_date
    from unnest(people) as person (id) cross join lateral (
        select division, service_date from service_record
        where volunteer_id = person.id and status = 'CONFIRMED' and minutes > 0 offset 0) as r
$$;

-- Where people had served and where they have, as far as a change makes a difference.
create function service_images(changes service_change[]) returns service_image[] language sql stable as $$
    with changed as (
        select volunteer_id, period, division, sum(records)::int as delta
        from unnest(changes) cross join lateral unnest(periods_of(day)) as p (period) group by 1, 2, 3),
    present as (
        select r.volunteer_id, p.period, r.division, count(*)::int as records
        from service_of(array(select distinct volunteer_id from unnest(changes))) as r
            cross join lateral unnest(periods_of(r.service_date)) as p (period)
        group by 1, 2, 3),
    places as (
        select volunteer_id, period, division, coalesce(records, 0) as records,
            coalesce(records, 0) - coalesce(delta, 0) as before
        from present full join changed using (volunteer_id, period, division)),
    different as (
        select volunteer_id, period from places where (records > 0) <> (before > 0) group by 1, 2)
    select array_agg((volunteer_id, period, division, amount)::service_image)
    from places join different using (volunteer_id, period)
        cross join lateral (values (1, records), (-1, before)) as image (amount, there)
    where there > 0
$$;

create function service_rolls_up(changes service_change[]) returns void language plpgsql as $$
declare
    images service_image[];
begin
    -- sorted, and before anything is read: whoever changes the hours of the same person waits here
    insert into served_volunteer as mine (volunteer_id, records, minutes)
        select volunteer_id, sum(records), sum(minutes) from unnest(changes) group by 1 order by 1
        on conflict (volunteer_id) do update
            set records = mine.records + excluded.records, minutes = mine.minutes + excluded.minutes;
    images := service_images(changes);
    insert into service_rollup as mine
        select period, division, coalesce(records, 0), coalesce(minutes, 0), coalesce(volunteers, 0),
            coalesce(by_street, 0), coalesce(by_district, 0), coalesce(by_city, 0), coalesce(by_province, 0)
        from (select period collate "C" as period, division collate "C" as division, sum(records) as records,
                sum(minutes) as minutes
            from unnest(changes) cross join lateral unnest(periods_of(day)) as p (period) group by 1, 2) as sums
            full join service_counted_in(images) as people using (period, division)
        -- sorted: two changes in the same communities wait for each other instead of blocking each other
        order by period, division
        on conflict (period, division) do update set
            records = mine.records + excluded.records,
            minutes = mine.minutes + excluded.minutes,
            volunteers = mine.volunteers + excluded.volunteers,
            volunteers_by_street = mine.volunteers_by_street + excluded.volunteers_by_street,
            volunteers_by_district = mine.volunteers_by_district + excluded.volunteers_by_district,
            volunteers_by_city = mine.volunteers_by_city + excluded.volunteers_by_city,
            volunteers_by_province = mine.volunteers_by_province + excluded.volunteers_by_province;
end
$$;

create function service_record_counts() returns trigger language plpgsql as $$
declare
    changes service_change[];
begin
    if tg_op = 'INSERT' then
        select array_agg((volunteer_id, division, service_date, 1, minutes)::service_change) into changes
        from arrived where status = 'CONFIRMED' and minutes > 0;
    else
        select array_agg((volunteer_id, division, service_date, records, minutes)::service_change) into changes
        from (select volunteer_id, division, service_date, sum(records) as records, sum(minutes) as minutes
            from (select volunteer_id, division, service_date, 1 as records, minutes
                    from arrived where status = 'CONFIRMED' and minutes > 0
                union all
                select volunteer_id, division, service_date, -1, -minutes
                    from departed where status = 'CONFIRMED' and minutes > 0) as both_images
            group by 1, 2, 3) as summed
        where records <> 0 or minutes <> 0;
    end if;
    if changes is not null then
        perform service_rolls_up(changes);
    end if;
    return null;
end
$$;
create trigger service_record_counts_when_new after insert on service_record
    referencing new table as arrived for each statement execute function service_record_counts();
create trigger service_record_counts_when_changed after update on service_record
    referencing old table as departed new table as arrived for each statement execute function service_record_counts();

-- What the tables above must hold, counted anew from the records themselves.
create view service_recounted as
    with places as (
        select volunteer_id, p.period collate "C" as period, division collate "C" as division, count(*) as records,
            sum(minutes) as minutes
        from service_record cross join lateral unnest(periods_of(service_date)) as p (period)
        where status = 'CONFIRMED' and minutes > 0
        group by 1, 2, 3),
    placed as (
        select places.*, lag(division) over (partition by volunteer_id, period order by division) as before from places)
    select period, division, sum(records)::bigint as records, sum(minutes)::bigint as minutes,
        count(*) as volunteers,
        count(*) filter (where before is null or left(before, 9) <> left(division, 9)) as volunteers_by_street,
        count(*) filter (where before is null or left(before, 6) <> left(division, 6)) as volunteers_by_district,
        count(*) filter (where before is null or left(before, 4) <> left(division, 4)) as volunteers_by_city,
        count(*) filter (where before is null or left(before, 2) <> left(division, 2)) as volunteers_by_province
    from placed group by period, division;

create view served_volunteer_recounted as
    select volunteer_id, count(*) as records, sum(minutes)::bigint as minutes
    from service_record where status = 'CONFIRMED' and minutes > 0 group by volunteer_id;

insert into service_rollup select * from service_recounted;
insert into served_volunteer select * from served_volunteer_recounted;
