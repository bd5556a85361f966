-- Sessions (场次, product A02) of activities, one by one or from a series that is materialised ahead.

create table session_series (
    id                 uuid        primary key,
    version            bigint      not null,
    activity_id        uuid        not null references activity,
    -- the series that this one goes on with from a date on; null for an original
    follows            uuid        references session_series,
    rule               text        not null,
    working_days       text        not null,
    starts_on          date        not null,
    ends_on            date,
    start_time         time        not null,
    minutes            int         not null,
    capacity           int         not null,
    -- the last date of the rule that was looked at; sessions up to it are there
    materialised_until date,
    made_by            uuid        not null,
    constraint session_series_working_days check (working_days in ('IGNORED', 'ONLY', 'BEFORE', 'AFTER')),
    constraint session_series_minutes check (minutes between 1 and 1440),
    constraint session_series_capacity check (capacity between 1 and 100000)
);
create index session_series_by_activity on session_series (activity_id, id);

create table activity_session (
    id          uuid        primary key,
    version     bigint      not null,
    -- events so far, from 1
    sequence    bigint      not null,
    activity_id uuid        not null references activity,
    series_id   uuid        references session_series,
    -- the date that the rule of the series names; the session itself may lie on another
    series_date date,
    -- whether somebody changed this date alone: a change of its series leaves it as it is
    apart       boolean     not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    capacity    int         not null,
    taken       int         not null,
    status      text        not null,
    reason      bytea,
    constraint activity_session_times check (ends_at > starts_at),
    constraint activity_session_capacity check (capacity between 1 and 100000),
    -- whatever the code does: never one too many
    constraint activity_session_taken check (taken between 0 and capacity),
    constraint activity_session_status check (status in ('SCHEDULED', 'CANCELLED')),
    constraint activity_session_of_series check ((series_id is null) = (series_date is null)),
    constraint activity_session_once unique (series_id, series_date)
);
create index activity_session_by_activity on activity_session (activity_id, starts_at);
create index activity_session_coming on activity_session (starts_at, id) where status = 'SCHEDULED';

-- metres along the surface between two places in WGS84 degrees, by the haversine formula
create function metres_between(longitude_a double precision, latitude_a double precision,
                               longitude_b double precision, latitude_b double precision)
    returns double precision language sql immutable parallel safe
    return 2 * 6371008.8 * asin(least(1, sqrt(
        sin(radians(latitude_b - latitude_a) / 2) ^ 2
        + cos(radians(latitude_a)) * cos(radians(latitude_b)) * sin(radians(longitude_b - longitude_a) / 2) ^ 2)));
