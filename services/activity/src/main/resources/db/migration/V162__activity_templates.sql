-- Plans (模板) kept to make activities from; the same columns as those of an activity.

create table activity_template (
    id            uuid        primary key,
    division      text collate "C" not null,
    team_id       uuid,
    station_id    uuid,
    name          text        not null,
    category_code text        not null references activity_category,
    category      text        not null,
    title         text        not null,
    description   text        not null,
    bring         text,
    address       text        not null,
    longitude     double precision not null,
    latitude      double precision not null,
    age_bands     text[]      not null,
    skills        text[]      not null,
    team_only     boolean     not null,
    risky         boolean     not null,
    contact       bytea,
    made_by       uuid        not null,
    made_at       timestamptz not null,
    constraint activity_template_division check (division ~ '^\d{12}$')
);
create index activity_template_by_division on activity_template (division, id desc);
create index activity_template_by_team on activity_template (team_id, id desc) where team_id is not null;
