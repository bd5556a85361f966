-- Presence is at an order or at a session; so are the records of it.

alter table check_in
    alter column request_id drop not null,
    add column session_id uuid references activity_session,
    -- the device's own name for what it told after it had been offline; the same claim never counts twice
    add column claim_id uuid,
    add constraint check_in_at_one_thing check (num_nonnulls(request_id, session_id) = 1);
create index check_in_by_session on check_in (session_id, id) where session_id is not null;
create unique index check_in_claimed_once on check_in (volunteer_id, claim_id);

-- a pair may be closed once; what it says never changes. A claim may close it, and leaves its name.
create or replace function check_in_closes_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.out_at is null
        and (new.id, new.volunteer_id, new.division, new.service_day, new.in_by, new.in_at)
          = (old.id, old.volunteer_id, old.division, old.service_day, old.in_by, old.in_at)
        and (new.request_id, new.session_id) is not distinct from (old.request_id, old.session_id)
        and (old.claim_id is null or new.claim_id = old.claim_id) then
        return new;
    end if;
    raise exception 'a check-in is closed once and never changed' using errcode = 'restrict_violation';
end
$$;

alter table service_record
    add column session_id uuid,
    add constraint service_record_of_one_thing check (request_id is null or session_id is null);
create index service_record_by_session on service_record (session_id, id) where session_id is not null;

create function service_record_keeps_its_session() returns trigger language plpgsql as $$
begin
    raise exception 'a service record is corrected by a new entry only' using errcode = 'restrict_violation';
end
$$;
create trigger service_record_keeps_its_session before update on service_record
    for each row when (new.session_id is distinct from old.session_id)
    execute function service_record_keeps_its_session();
