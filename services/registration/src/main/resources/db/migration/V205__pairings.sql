-- Households that a volunteer looks after for good (product R07). No needs, no tier: those stay in the recipient's file.
create table pairing (
    id           uuid        primary key,
    volunteer_id uuid        not null,
    recipient_id uuid        not null,
    -- of the recipient when the pairing was made: who sees it
    station_id   uuid        not null,
    division     text collate "C" not null,
    started_at   timestamptz not null,
    started_by   uuid        not null,
    ended_at     timestamptz,
    -- null if it ended because one of the two left
    ended_by     uuid,
    end_reason   text,
    sequence     bigint      not null,
    version      bigint      not null,
    constraint pairing_of_a_volunteer foreign key (volunteer_id) references volunteer (id),
    constraint pairing_of_a_recipient foreign key (recipient_id) references recipient (id)
);
create unique index pairing_once on pairing (volunteer_id, recipient_id) where ended_at is null;
create index pairing_by_volunteer on pairing (volunteer_id, id);
create index pairing_by_recipient on pairing (recipient_id, id);
create index pairing_by_division on pairing (division, id);
create index pairing_by_station on pairing (station_id, id);
