-- Teams of volunteers, and who belongs to them.

create table team (
    id              uuid        primary key,
    name            text        not null,
    -- the name folded (width, case, spaces): two teams of one division must not look the same
    name_key        text        not null,
    kind            text        not null,
    division        text collate "C" not null references division,
    division_prefix text collate "C" not null,
    parent_team_id  uuid,
    leader_id       uuid references volunteer,
    categories      text[]      not null,
    capacity        int,
    -- active memberships, changed only under the lock of this row
    members         int         not null,
    credit_code     text,
    founded_at      timestamptz not null,
    founded_by      uuid        not null,
    sequence        bigint      not null,
    version         bigint      not null,
    constraint team_name_in_division unique (division, name_key),
    constraint team_parent_exists foreign key (parent_team_id) references team (id),
    constraint team_not_its_own_parent check (parent_team_id <> id),
    constraint team_kind_known check (kind in ('GENERAL', 'STANDING', 'SPECIALTY', 'STATION', 'COMMUNITY')),
    constraint team_capacity_respected check (members >= 0 and (capacity is null or members <= capacity))
);
create index team_by_division on team (division, id);
create index team_by_parent on team (parent_team_id) where parent_team_id is not null;
create index team_by_leader on team (leader_id) where leader_id is not null;

create table membership (
    id           uuid        primary key,
    team_id      uuid        not null,
    volunteer_id uuid        not null references volunteer,
    status       text        not null,
    requested_at timestamptz not null,
    decided_at   timestamptz,
    decided_by   uuid,
    ended_at     timestamptz,
    ended_by     uuid,
    reason       text,
    sequence     bigint      not null,
    version      bigint      not null,
    constraint membership_of_a_team foreign key (team_id) references team (id),
    constraint membership_status_known check (status in ('REQUESTED', 'ACTIVE', 'DECLINED', 'ENDED'))
);
-- somebody asks a team once at a time, and is a member once
create unique index membership_open_once on membership (team_id, volunteer_id) where status in ('REQUESTED', 'ACTIVE');
create index membership_by_team on membership (team_id, id);
create index membership_by_volunteer on membership (volunteer_id, id);
