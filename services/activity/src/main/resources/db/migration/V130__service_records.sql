-- Service records (Order 67 of the Ministry of Civil Affairs, art. 7). An entry is never rewritten: a correction is a
-- new entry that takes the place of the old one; all entries of one chain share root_id.

create table service_record (
    id                 uuid        primary key,
    root_id            uuid        not null references service_record,
    corrects_record_id uuid        references service_record,
    volunteer_id       uuid        not null,
    request_id         uuid,
    check_in_id        uuid        references check_in,
    team_id            uuid,
    station_id         uuid,
    division           text        not null,
    category           text        not null,
    provenance         text        not null,
    status             text        not null,
    minutes            int         not null,
    service_date       date        not null,
    started_at         timestamptz,
    ended_at           timestamptz,
    -- whatever a person wrote is encrypted (decision 11), bound to root_id so that the entries of a chain share it
    content            bytea,
    evidence           bytea,
    earns_points       boolean     not null,
    proposed_by        uuid        not null,
    proposed_at        timestamptz not null,
    approved_by        uuid,
    approved_at        timestamptz,
    decided_by         uuid,
    decided_at         timestamptz,
    objected_at        timestamptz,
    record_by          date        not null,
    sequence           bigint      not null,
    version            bigint      not null,
    constraint service_record_minutes_lie_within_a_day check (minutes between 0 and 1440),
    constraint service_record_times_belong_together check ((started_at is null) = (ended_at is null)),
    constraint service_record_ends_after_it_began check (ended_at >= started_at),
    constraint service_record_manual_has_evidence
        check (provenance <> 'MANUAL' or evidence is not null),
    constraint service_record_second_approver_is_another check (approved_by <> proposed_by),
    constraint service_record_manual_counts_when_approved
        check (provenance <> 'MANUAL' or status not in ('CONFIRMED', 'REPLACED')
            or approved_by is not null or corrects_record_id is not null),
    -- nobody serves in two places at once
    constraint service_record_times_do_not_overlap
        exclude using gist (volunteer_id with =, tstzrange(started_at, ended_at) with &&)
        where (status = 'CONFIRMED' and started_at is not null)
);
create unique index service_record_corrected_once on service_record (corrects_record_id);
create unique index service_record_of_a_check_in on service_record (check_in_id) where corrects_record_id is null;
create index service_record_by_volunteer on service_record (volunteer_id, id);
create index service_record_of_a_day on service_record (volunteer_id, service_date) where status = 'CONFIRMED';
create index service_record_by_root on service_record (root_id, id);
create index service_record_by_division on service_record (division text_pattern_ops, id);
create index service_record_undecided on service_record (record_by, id) where status = 'PROPOSED';

-- only where an entry stands may change, never what it says
create function service_record_keeps_its_word() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
        and (new.id, new.root_id, new.volunteer_id, new.division, new.category, new.provenance, new.minutes,
             new.service_date, new.earns_points, new.proposed_by, new.proposed_at)
          = (old.id, old.root_id, old.volunteer_id, old.division, old.category, old.provenance, old.minutes,
             old.service_date, old.earns_points, old.proposed_by, old.proposed_at)
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
create trigger service_record_is_kept before truncate on service_record
    for each statement execute function refuse_change();

-- who did what to a record, in order
create table service_record_log (
    id          uuid        primary key,
    record_id   uuid        not null references service_record,
    root_id     uuid        not null,
    fact        text        not null,
    minutes     int         not null,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    reason      bytea
);
create index service_record_log_by_root on service_record_log (root_id, id);
create trigger service_record_log_is_append_only before update or delete or truncate on service_record_log
    for each statement execute function refuse_change();
