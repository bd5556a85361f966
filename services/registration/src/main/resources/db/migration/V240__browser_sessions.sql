-- Sessions of browsers at the gateway. Nothing says from where or with what somebody signed in.
create table browser_session (
    id          uuid        primary key,
    account_id  uuid        not null,
    started_at  timestamptz not null,
    -- real time, like tokens: no clock of a story moves it
    until       timestamptz not null,
    ended_at    timestamptz,
    constraint browser_session_period check (until > started_at)
);
create index browser_session_in_force on browser_session (account_id, id) where ended_at is null;
-- gateways ask each second what ended just now
create index browser_session_ended on browser_session (ended_at) where ended_at is not null;
create index browser_session_until on browser_session (until);
