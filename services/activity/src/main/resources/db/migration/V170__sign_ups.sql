-- Sign-ups (报名, product A03) for sessions. Places are counted on the row of the session (V161), under its lock.

create table sign_up (
    id                uuid        primary key,
    version           bigint      not null,
    -- events so far, from 1
    sequence          bigint      not null,
    session_id        uuid        not null references activity_session,
    activity_id       uuid        not null,
    volunteer_id      uuid        not null,
    account_id        uuid,
    guardian_accounts text[]      not null,
    division          text collate "C" not null,
    team_id           uuid,
    station_id        uuid,
    status            text        not null,
    -- its number in the queue of the session, given out in the order of commit and never again; null without waiting
    queue_number      bigint,
    offered_until     timestamptz,
    guests            int         not null,
    walk_in           boolean     not null,
    -- to whom the place is offered by whoever has it
    handover_to       uuid,
    signed_up_by      uuid        not null,
    signed_up_at      timestamptz not null,
    missed_at         timestamptz,
    appealed_at       timestamptz,
    -- whatever a person wrote is encrypted (decision 11)
    reason            bytea,
    appeal            bytea,
    answer            bytea,
    constraint sign_up_division check (division ~ '^\d{12}$'),
    constraint sign_up_status check (status in ('CONFIRMED', 'WAITLISTED', 'OFFERED', 'WITHDRAWN', 'LAPSED',
        'CANCELLED', 'ATTENDED', 'NO_SHOW', 'EXCUSED')),
    constraint sign_up_guests check (guests between 0 and 100),
    constraint sign_up_waits_in_order check (status <> 'WAITLISTED' or queue_number is not null),
    constraint sign_up_offer_ends check ((status = 'OFFERED') = (offered_until is not null)),
    constraint sign_up_handover check (handover_to is null or status = 'CONFIRMED'),
    constraint sign_up_missed check (status not in ('NO_SHOW', 'EXCUSED') or missed_at is not null)
);
-- whatever the code does: one sign-up of a person counts for a session, and no number of the queue is given twice
create unique index sign_up_once on sign_up (session_id, volunteer_id)
    where status not in ('WITHDRAWN', 'LAPSED', 'CANCELLED');
create unique index sign_up_number_once on sign_up (session_id, queue_number);
create index sign_up_waiting on sign_up (session_id, queue_number) where status = 'WAITLISTED';
create index sign_up_by_session on sign_up (session_id, id);
create index sign_up_by_volunteer on sign_up (volunteer_id, id);
create index sign_up_missed_by_volunteer on sign_up (volunteer_id, missed_at) where status = 'NO_SHOW';

-- every step of a sign-up, in the order in which it happened; who did it is null if a time did
create table sign_up_log (
    id          uuid        primary key,
    sign_up_id  uuid        not null references sign_up,
    fact        text        not null,
    at          timestamptz not null,
    by_account  uuid,
    constraint sign_up_log_fact check (fact in ('SIGNED_UP', 'WAITLISTED', 'OFFERED', 'TAKEN', 'LAPSED', 'WITHDRAWN',
        'CANCELLED', 'HANDOVER_OFFERED', 'HANDOVER_DECLINED', 'HANDED_OVER', 'ATTENDED', 'MISSED', 'APPEALED',
        'EXCUSED', 'UPHELD'))
);
create index sign_up_log_by_sign_up on sign_up_log (sign_up_id, id);
create trigger sign_up_log_is_append_only before update or delete or truncate on sign_up_log
    for each statement execute function refuse_change();

-- the queue of a session may be counted anew at any time: what activity_session.taken must hold
create view session_places_recounted as
    select s.id as session_id, s.taken, coalesce(sum(1 + u.guests), 0)::int as counted
    from activity_session s
        left join sign_up u on u.session_id = s.id
            and u.status in ('CONFIRMED', 'OFFERED', 'ATTENDED', 'NO_SHOW', 'EXCUSED')
    group by s.id;
