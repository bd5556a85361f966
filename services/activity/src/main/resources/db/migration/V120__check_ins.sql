-- Presence: who was where, from when to when, and how that was proven.

-- equality of ids inside exclusion constraints; a trusted extension, no superuser needed
create extension if not exists btree_gist;

-- a pair of check-in and check-out
create table check_in (
    id           uuid        primary key,
    request_id   uuid        not null,
    volunteer_id uuid        not null,
    division     text        not null,
    service_day  date        not null,
    in_by        text        not null,
    in_at        timestamptz not null,
    out_by       text,
    out_at       timestamptz,
    sequence     bigint      not null,
    version      bigint      not null,
    constraint check_in_leaves_as_a_whole check ((out_by is null) = (out_at is null)),
    constraint check_in_leaves_after_arriving check (out_at >= in_at),
    -- an open pair reaches into the future: it excludes every later one
    constraint check_in_one_place_at_a_time
        exclude using gist (volunteer_id with =, tstzrange(in_at, out_at) with &&)
);
create index check_in_by_request on check_in (request_id, id);
create index check_in_by_volunteer on check_in (volunteer_id, id);

-- a pair may be closed once; what it says never changes
create function check_in_closes_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.out_at is null
        and (new.id, new.request_id, new.volunteer_id, new.division, new.service_day, new.in_by, new.in_at)
          = (old.id, old.request_id, old.volunteer_id, old.division, old.service_day, old.in_by, old.in_at) then
        return new;
    end if;
    raise exception 'a check-in is closed once and never changed' using errcode = 'restrict_violation';
end
$$;
create trigger check_in_closes_once before update or delete on check_in
    for each row execute function check_in_closes_once();
create trigger check_in_is_kept before truncate on check_in
    for each statement execute function refuse_change();

-- what happened, in the order in which it was recorded
create table check_in_log (
    id              uuid        primary key,
    check_in_id     uuid        not null references check_in,
    fact            text        not null,
    at              timestamptz not null,
    proof           text        not null,
    recorded_by     uuid        not null,
    recorded_at     timestamptz not null,
    -- how far from the place of the service; coordinates of people are not kept
    distance_metres int,
    accuracy_metres int,
    constraint check_in_log_each_fact_once unique (check_in_id, fact)
);
create trigger check_in_log_is_append_only before update or delete or truncate on check_in_log
    for each statement execute function refuse_change();
