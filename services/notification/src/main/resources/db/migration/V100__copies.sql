-- local copies of registration's things, as far as messages need them; no personal data

create table division_copy (
    code     text   primary key,
    name     text   not null,
    sequence bigint not null
);

create table team_copy (
    team_id   uuid   primary key,
    name      text   not null,
    leader_id uuid,
    sequence  bigint not null
);

create table membership_copy (
    membership_id uuid    primary key,
    team_id       uuid    not null,
    volunteer_id  uuid    not null,
    active        boolean not null,
    sequence      bigint  not null
);
create index membership_copy_by_team on membership_copy (team_id) where active;
