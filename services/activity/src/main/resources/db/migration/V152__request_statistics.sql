-- Statistics of orders (product A18), kept by triggers like those of service (V151). An order counts in its community,
-- for all time and for the year and the month (Asia/Shanghai) of its submission, whenever it moves afterwards.

create table request_rollup (
    period   text collate "C" not null,
    division text collate "C" not null,
    -- 'state:VERIFIED': orders that stand there; 'hop:VERIFIED': hops to there, amount in seconds since the move
    -- before; 'review': reviews by recipients, amount in stars; 'served:12' (9, 6, 4, 2 digits): recipients with a
    -- completed order, each counted in one community of the community, street, district, city, province
    measure  text collate "C" not null,
    times    bigint not null,
    amount   bigint not null,
    constraint request_rollup_once primary key (period, division, measure)
);

create function day_of(at timestamptz) returns date language sql immutable as $$
    select (at at time zone 'Asia/Shanghai')::date
$$;

create function request_rolls_up(place text, day date, measures text[], more_times bigint[], more_amounts bigint[])
    returns void language sql as $$
    insert into request_rollup as mine (period, division, measure, times, amount)
        select p.period, place, m.measure, m.times, m.amount
        from unnest(periods_of(day)) as p (period),
            unnest(measures, more_times, more_amounts) as m (measure, times, amount)
        order by p.period collate "C", m.measure collate "C"
        on conflict (period, division, measure) do update
            set times = mine.times + excluded.times, amount = mine.amount + excluded.amount
$$;

-- For which periods, communities and levels a recipient is counted.
create view recipient_served as
    with places as (
        select distinct recipient_id, p.period collate "C" as period, division collate "C" as division
        from help_request cross join lateral unnest(periods_of(day_of(submitted_at))) as p (period)
        where status = 'COMPLETED'),
    placed as (
        select places.*, lag(division) over (partition by recipient_id, period order by division) as before from places)
    select recipient_id, period, division, 'served:' || digits as measure
    from placed cross join (values (12), (9), (6), (4), (2)) as level (digits)
    where before is null or left(before, digits) <> left(division, digits);

create table served_recipient (
    recipient_id uuid not null,
    period       text collate "C" not null,
    division     text collate "C" not null,
    measure      text collate "C" not null,
    constraint served_recipient_once primary key (recipient_id, period, division, measure)
);

-- An order became completed or is so no longer: where its recipient is counted now, instead of before.
create function recipient_is_served(recipient uuid) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('served ' || recipient, 0));
    insert into request_rollup as mine (period, division, measure, times, amount)
        select period, division, measure, sum(amount), 0
        from (select period, division, measure, 1 as amount from recipient_served where recipient_id = recipient
            union all
            select period, division, measure, -1 from served_recipient where recipient_id = recipient) as both_images
        group by period, division, measure having sum(amount) <> 0
        order by 1, 2, 3
        on conflict (period, division, measure) do update set times = mine.times + excluded.times;
    delete from served_recipient where recipient_id = recipient;
    insert into served_recipient select * from recipient_served where recipient_id = recipient;
end
$$;

create function help_request_counts() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform request_rolls_up(new.division, day_of(new.submitted_at), array['state:' || new.status], array[1], array[0]);
    elsif new.status <> old.status then
        perform request_rolls_up(new.division, day_of(new.submitted_at),
            array['state:' || new.status, 'state:' || old.status], array[1, -1], array[0, 0]);
        if new.status = 'COMPLETED' or old.status = 'COMPLETED' then
            perform recipient_is_served(new.recipient_id);
        end if;
    end if;
    return null;
end
$$;
create trigger help_request_counts after insert or update of status on help_request
    for each row execute function help_request_counts();

-- the seconds a hop took, counted from the hop before it that moved the order
create function seconds_of_hop(hop request_hop) returns bigint language sql stable as $$
    select hop.seconds - coalesce((
        select b.seconds from request_hop b
        where b.request_id = hop.request_id and b.position < hop.position and b.kind not in ('ESCALATED', 'REVIEWED')
        order by b.position desc limit 1), 0)
$$;

create function request_hop_counts() returns trigger language plpgsql as $$
declare
    request record;
begin
    if new.kind in ('VERIFIED', 'DISPATCHED', 'ACCEPTED', 'STARTED', 'COMPLETED') then
        select division, submitted_at into request from help_request where id = new.request_id;
        perform request_rolls_up(request.division, day_of(request.submitted_at), array['hop:' || new.kind], array[1],
            array[seconds_of_hop(new)]);
    end if;
    return null;
end
$$;
create trigger request_hop_counts after insert on request_hop for each row execute function request_hop_counts();

create function request_review_counts() returns trigger language plpgsql as $$
declare
    request record;
begin
    if new.side = 'RECIPIENT' then
        select division, submitted_at into request from help_request where id = new.request_id;
        perform request_rolls_up(request.division, day_of(request.submitted_at), array['review'], array[1],
            array[new.stars]);
    end if;
    return null;
end
$$;
create trigger request_review_counts after insert on request_review
    for each row execute function request_review_counts();

-- What request_rollup must hold, counted anew.
create view request_recounted as
    with counted as (
        select division, submitted_at, 'state:' || status as measure, 0::bigint as amount from help_request
        union all
        select r.division, r.submitted_at, 'hop:' || h.kind, seconds_of_hop(h)
        from request_hop h join help_request r on r.id = h.request_id
        where h.kind in ('VERIFIED', 'DISPATCHED', 'ACCEPTED', 'STARTED', 'COMPLETED')
        union all
        select r.division, r.submitted_at, 'review', v.stars
        from request_review v join help_request r on r.id = v.request_id where v.side = 'RECIPIENT')
    select p.period collate "C" as period, division collate "C" as division, measure collate "C" as measure,
        count(*) as times, sum(amount)::bigint as amount
    from counted cross join lateral unnest(periods_of(day_of(submitted_at))) as p (period)
    group by 1, 2, 3
    union all
    select period, division, measure collate "C", count(*), 0 from recipient_served group by 1, 2, 3;

insert into request_rollup select * from request_recounted;
insert into served_recipient select recipient_id, period, division, measure from recipient_served;
