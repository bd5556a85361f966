-- What was proven when a service was proposed stays beside what an entry says: a correction may add minutes, but they
-- are a claim (product A05). They need evidence and a second person, and earn no points.

drop trigger service_record_keeps_its_word on service_record;

alter table service_record
    add column proven_minutes int,
    drop constraint service_record_second_approver_is_another,
    drop constraint service_record_manual_counts_when_approved;

-- what counted before this rule stays as it is: all of it as proven, and a manual entry that nobody approved before it
-- was corrected as approved by whoever corrected it
update service_record r set proven_minutes = chain.minutes
from (select root_id, max(minutes) as minutes from service_record group by root_id) chain
where chain.root_id = r.root_id;
update service_record r set approved_by = coalesce(root.approved_by, r.decided_by),
    approved_at = coalesce(root.approved_at, r.decided_at)
from service_record root
where root.id = r.root_id and r.provenance = 'MANUAL' and r.corrects_record_id is not null;

alter table service_record
    alter column proven_minutes set not null,
    add constraint service_record_added_minutes_have_evidence check (minutes <= proven_minutes or evidence is not null),
    -- a correction is entered by whoever decides it; the other persons are in the entries before it, see below
    add constraint service_record_second_approver_is_another
        check (approved_by <> proposed_by or corrects_record_id is not null),
    -- a refused entry that nobody approved may be replaced; what counts in its place was approved
    add constraint service_record_manual_counts_when_approved
        check (provenance <> 'MANUAL' or status <> 'CONFIRMED' or minutes = 0 or approved_by is not null);

-- only where an entry stands may change, never what it says
create or replace function service_record_keeps_its_word() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and (new.id, new.root_id, new.volunteer_id, new.division, new.category, new.provenance, new.minutes,
             new.proven_minutes, new.service_date, new.earns_points, new.proposed_by, new.proposed_at)
          = (old.id, old.root_id, old.volunteer_id, old.division, old.category, old.provenance, old.minutes,
             old.proven_minutes, old.service_date, old.earns_points, old.proposed_by, old.proposed_at)
        and (new.corrects_record_id, new.request_id, new.check_in_id, new.team_id, new.station_id, new.started_at,
             new.ended_at, new.content, new.evidence)
          is not distinct from
            (old.corrects_record_id, old.request_id, old.check_in_id, old.team_id, old.station_id, old.started_at,
             old.ended_at, old.content, old.evidence)
        and old.status <> 'REPLACED' then
        return new;
    end if;
    raise exception 'a service record is corrected by a new entry only' using errcode = 'restrict_violation';
end
$$;
create trigger service_record_keeps_its_word before update or delete on service_record
    for each row execute function service_record_keeps_its_word();

-- whoever adds minutes, or approves a manual entry by correcting it, had no part in the entries before
create function service_record_adds_by_a_second_person() returns trigger language plpgsql as $$
declare
    before service_record;
begin
    select * into before from service_record where id = new.corrects_record_id;
    if new.proven_minutes <> before.proven_minutes then
        raise exception 'a correction proves nothing' using errcode = 'check_violation';
    end if;
    if new.minutes > before.minutes and (new.approved_by is null or new.evidence is null)
        or (new.minutes > before.minutes or new.approved_by is distinct from before.approved_by)
        and exists (select from service_record r where r.root_id = new.root_id
            and new.approved_by in (r.proposed_by, r.approved_by, r.decided_by)) then
        raise exception 'minutes are added with evidence, by a second person' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger service_record_adds_by_a_second_person before insert on service_record
    for each row when (new.corrects_record_id is not null)
    execute function service_record_adds_by_a_second_person();
