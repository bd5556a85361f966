create table note (
    id       uuid primary key,
    title    text   not null,
    division text   not null,
    minutes  int    not null,
    account  uuid   not null
);

create table place (
    name text primary key
);

create table heard (
    event_id uuid primary key,
    name     text not null check (length(name) < 20),
    place    text constraint heard_at_a_place references place
);
