-- What registration told, as activity needs it. Rows are written by the consumer of linli.registration only; a row
-- changes only for a newer sequence. There are no foreign keys: what refers to a thing may arrive before the thing.

create table division_copy (
    code       text   primary key,
    name       text   not null,
    level      text   not null,
    parent     text,
    valid_from date,
    valid_until date,
    successor  text,
    sequence   bigint not null,
    constraint division_copy_code check (code ~ '^\d{12}(\d{3})?$')
);

create table volunteer_copy (
    volunteer_id uuid   primary key,
    account_id   uuid,
    status       text   not null,
    division     text collate "C" not null,
    age_band     text,
    skills       text[] not null,
    categories   text[] not null,
    sequence     bigint not null,
    constraint volunteer_copy_division check (division ~ '^\d{12}(\d{3})?$')
);
-- candidates: who may serve in a community, a street, a district
create index volunteer_copy_by_division on volunteer_copy (division) where status = 'VERIFIED';

create table team_copy (
    team_id         uuid   primary key,
    name            text   not null,
    kind            text   not null,
    division        text   not null,
    division_prefix text   not null,
    parent_team_id  uuid,
    leader_id       uuid,
    categories      text[] not null,
    sequence        bigint not null,
    constraint team_copy_division check (division ~ '^\d{12}(\d{3})?$')
);
create index team_copy_by_prefix on team_copy (division_prefix);
create index team_copy_by_leader on team_copy (leader_id);

create table membership_copy (
    membership_id uuid   primary key,
    team_id       uuid   not null,
    volunteer_id  uuid   not null,
    status        text   not null,
    sequence      bigint not null
);
create index membership_copy_active_by_volunteer on membership_copy (volunteer_id, team_id) where status = 'ACTIVE';
create index membership_copy_active_by_team on membership_copy (team_id, volunteer_id) where status = 'ACTIVE';

create table station_copy (
    station_id uuid             primary key,
    name       text             not null,
    kind       text             not null,
    division   text             not null,
    longitude  double precision not null,
    latitude   double precision not null,
    coverage   text[]           not null,
    sequence   bigint           not null,
    constraint station_copy_division check (division ~ '^\d{12}(\d{3})?$'),
    constraint station_copy_place check (longitude between -180 and 180 and latitude between -90 and 90)
);

create table recipient_copy (
    recipient_id uuid    primary key,
    account_id   uuid,
    station_id   uuid,
    division     text    not null,
    active       boolean not null,
    sequence     bigint  not null,
    constraint recipient_copy_division check (division ~ '^\d{12}(\d{3})?$')
);

-- the answer to every attempt to change what is only ever added to
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
