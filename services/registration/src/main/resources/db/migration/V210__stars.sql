-- Star ratings (product R09).

-- which stars a volunteer holds, and which are on display; its row counts the events
create table star_file (
    id                uuid        primary key,
    volunteer_id      uuid        not null,
    -- home community when the row changed last: where the display is looked up
    division          text collate "C" not null,
    stars             int         not null,
    proposed_stars    int         not null,
    public_until      timestamptz,
    -- recorded minutes below which nothing is proposed, after a star was declined or taken away
    minutes_to_return bigint      not null,
    sequence          bigint      not null,
    version           bigint      not null,
    constraint star_file_of_a_volunteer foreign key (volunteer_id) references volunteer (id),
    constraint star_file_one_per_volunteer unique (volunteer_id),
    constraint star_file_stars check (stars between 0 and 5),
    constraint star_file_proposal check (proposed_stars between 0 and 5
        and (proposed_stars = 0 or proposed_stars > stars) and (proposed_stars = 0) = (public_until is null))
);
create index star_file_on_display on star_file (division, id) where proposed_stars > 0;

-- what happened to the stars of a volunteer; append-only
create table star_entry (
    id           uuid        primary key,
    star_file_id uuid        not null,
    act          text        not null,
    stars        int         not null,
    minutes      bigint      not null,
    reason       text,
    -- null if nobody decided: the hours or the time of display did
    by_account   uuid,
    at           timestamptz not null,
    constraint star_entry_of_a_file foreign key (star_file_id) references star_file (id),
    constraint star_entry_act_known check (act in ('PROPOSED', 'AWARDED', 'DECLINED', 'DOWNGRADED'))
);
create index star_entry_by_file on star_entry (star_file_id, id);

-- who objects to a star on display; the words are encrypted
create table star_objection (
    id               uuid        primary key,
    star_file_id     uuid        not null,
    stars            int         not null,
    reason_encrypted bytea       not null,
    by_account       uuid        not null,
    at               timestamptz not null,
    -- null until it is decided, and if the proposal ended before
    upheld           boolean,
    decided_by       uuid,
    decided_at       timestamptz,
    version          bigint      not null,
    constraint star_objection_of_a_file foreign key (star_file_id) references star_file (id)
);
create index star_objection_by_file on star_objection (star_file_id, id);
-- one objection of one person waits at a time
create unique index star_objection_once on star_objection (star_file_id, by_account) where decided_at is null;
