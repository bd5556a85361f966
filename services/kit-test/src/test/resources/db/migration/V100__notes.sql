create table note (
    id       uuid primary key,
    title    text   not null,
    division text   not null,
    minutes  int    not null,
    account  uuid   not null
);

create table heard (
    event_id uuid primary key,
    name     text not null check (length(name) < 20)
);
