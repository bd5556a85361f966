-- The project library (项目库, product A01, seed system S13). What a project says is public from its opening on; what
-- organisations and officials wrote about claims is encrypted.
create table project (
    id           uuid        primary key,
    version      bigint      not null,
    -- events so far, from 1
    sequence     bigint      not null,
    division     text collate "C" not null,
    category     text        not null,
    title        text        not null,
    description  text        not null,
    asks         text,
    claims       int         not null,
    claim_until  date,
    status       text        not null,
    made_by      uuid        not null,
    made_at      timestamptz not null,
    published_at timestamptz,
    ended_at     timestamptz,
    constraint project_division check (division ~ '^\d{12}(\d{3})?$'),
    constraint project_category check (category in ('MEALS', 'CLEANING', 'BATHING', 'MEDICAL_ESCORT',
        'URGENT_ERRANDS', 'MOBILITY', 'REPAIRS', 'COMPANIONSHIP', 'OTHER')),
    constraint project_claims check (claims between 1 and 50),
    constraint project_status check (status in ('DRAFT', 'OPEN', 'CLOSED')),
    constraint project_published check (status <> 'OPEN' or published_at is not null)
);
create index project_by_status on project (status, id desc);
create index project_by_division on project (division, id desc);

create table project_claim (
    id         uuid        primary key,
    version    bigint      not null,
    sequence   bigint      not null,
    project_id uuid        not null references project,
    -- who made the project
    told_to    uuid        not null,
    division   text collate "C" not null,
    team_id    uuid,
    station_id uuid,
    words      bytea       not null,
    status     text        not null,
    asked_by   uuid        not null,
    asked_at   timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    ended_at   timestamptz,
    reason     bytea,
    constraint project_claim_of_one check (num_nonnulls(team_id, station_id) = 1),
    constraint project_claim_status check (status in ('ASKED', 'GRANTED', 'DECLINED', 'ENDED')),
    constraint project_claim_decided check (status in ('ASKED', 'ENDED') or decided_at is not null)
);
-- an organisation has a project once, or waits for it once
create unique index project_claim_of_team on project_claim (project_id, team_id)
    where team_id is not null and status in ('ASKED', 'GRANTED');
create unique index project_claim_of_station on project_claim (project_id, station_id)
    where station_id is not null and status in ('ASKED', 'GRANTED');
create index project_claim_by_project on project_claim (project_id, id);

alter table activity add column project_id uuid references project;
create index activity_by_project on activity (project_id, id desc) where project_id is not null;

-- for points rules that name an activity or a project: what the service was part of when it was proposed
alter table service_record add column activity_id uuid, add column project_id uuid;
create function service_record_keeps_its_activity() returns trigger language plpgsql as $$
begin
    raise exception 'a service record is corrected by a new entry only' using errcode = 'restrict_violation';
end
$$;
create trigger service_record_keeps_its_activity before update on service_record
    for each row when ((new.activity_id, new.project_id) is distinct from (old.activity_id, old.project_id))
    execute function service_record_keeps_its_activity();
