-- What is only ever added to may lose or re-encrypt what a person wrote (product R04), and may be put under another name
-- of the same person: in a transaction that announces it. What was counted never changes, and no line goes.

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('linli.upkeep', true) = 'on' then
        return null;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create or replace function service_record_keeps_its_word() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('linli.upkeep', true) = 'on'
        and (new.id, new.root_id, new.volunteer_id, new.division, new.category, new.provenance, new.status, new.minutes,
             new.proven_minutes, new.service_date, new.earns_points, new.proposed_at)
          = (old.id, old.root_id, old.volunteer_id, old.division, old.category, old.provenance, old.status, old.minutes,
             old.proven_minutes, old.service_date, old.earns_points, old.proposed_at)
        and (new.started_at, new.ended_at) is not distinct from (old.started_at, old.ended_at) then
        return new;
    end if;
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
