-- What districts receive (N04): one stream for each, numbered without gaps, that all ways out read.

-- changes in the transaction of its rows: the number of the newest event
create table feed_head (
    district text   not null,
    sequence bigint not null default 0,
    constraint feed_head_pk primary key (district),
    constraint feed_head_district check (district ~ '^[0-9]{6}$')
) with (fillfactor = 50);

-- the event as it leaves Linli: attributes and data of a structured CloudEvent, in JSON, without the brace it begins with
-- and without what is told when it is read (its number, where its schema is)
create table feed_event (
    district   text        not null,
    sequence   bigint      not null,
    event_id   uuid        not null,
    type       text        not null,
    content    text        not null,
    arrived_at timestamptz not null,
    constraint feed_event_pk primary key (district, sequence),
    constraint feed_event_once unique (event_id, district)
);

-- what a newcomer begins with: the newest state of whatever a district keeps a copy of; no state: it is over. The number
-- says how old an event may be that still changes it.
create table feed_reference (
    kind       text        not null,
    subject    text        not null,
    districts  text[]      not null,
    state      text,
    sequence   bigint      not null,
    changed_at timestamptz not null,
    constraint feed_reference_pk primary key (kind, subject),
    constraint feed_reference_kind check (kind in ('DIVISION', 'STATION', 'TEAM', 'REQUEST'))
) with (fillfactor = 80);
create index feed_reference_by_district on feed_reference using gin (districts);
create index feed_reference_over on feed_reference (kind, subject) where state is null;
