-- Orders for help (点单), their offers, reviews and history. Whatever a person wrote is encrypted (decision 11).

create table help_request (
    id               uuid        primary key,
    version          bigint      not null,
    -- events so far, from 1
    sequence         bigint      not null,
    recipient_id     uuid        not null,
    station_id       uuid,
    division         text collate "C" not null,
    category         text        not null,
    skills           text[]      not null,
    channel          text        not null,
    submitted_by     uuid        not null,
    submitted_at     timestamptz not null,
    description      bytea       not null,
    risks            bytea,
    place            bytea       not null,
    wanted_from      timestamptz,
    wanted_until     timestamptz,
    status           text        not null,
    round            int         not null,
    hops             int         not null,
    escalation_level int         not null,
    offer_id         uuid,
    team_id          uuid,
    volunteer_id     uuid,
    recipient_stars  int,
    volunteer_stars  int,
    constraint help_request_division check (division ~ '^\d{12}$'),
    constraint help_request_channel check (channel in ('SELF', 'PROXY', 'PHONE')),
    constraint help_request_status check (status in ('SUBMITTED', 'REJECTED', 'VERIFIED', 'DISPATCHED', 'ACCEPTED',
        'IN_SERVICE', 'COMPLETED', 'CANCELLED')),
    constraint help_request_round check (round >= 1),
    constraint help_request_offered check (status <> 'DISPATCHED' or offer_id is not null),
    constraint help_request_served check (status not in ('ACCEPTED', 'IN_SERVICE', 'COMPLETED')
        or volunteer_id is not null),
    constraint help_request_wanted check (wanted_until > wanted_from)
);
create index help_request_by_division on help_request (division, id desc);
create index help_request_by_recipient on help_request (recipient_id, id desc);
create index help_request_by_station on help_request (station_id, id desc);
create index help_request_by_volunteer on help_request (volunteer_id, id desc) where volunteer_id is not null;
-- how much a volunteer or a team has in hand
create index help_request_in_hand on help_request (volunteer_id) where status in ('DISPATCHED', 'ACCEPTED', 'IN_SERVICE');
create index help_request_in_hand_of_team on help_request (team_id) where status in ('DISPATCHED', 'ACCEPTED', 'IN_SERVICE');

-- offers (派单): to one volunteer or to one team
create table request_offer (
    id           uuid        primary key,
    request_id   uuid        not null references help_request,
    round        int         not null,
    volunteer_id uuid,
    team_id      uuid,
    offered_by   uuid        not null,
    offered_at   timestamptz not null,
    expires_at   timestamptz not null,
    answer       text,
    answered_by  uuid,
    answered_at  timestamptz,
    constraint request_offer_to_one check (num_nonnulls(volunteer_id, team_id) = 1),
    constraint request_offer_answer check (answer in ('ACCEPTED', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN')),
    constraint request_offer_answered check ((answer is null) = (answered_at is null))
);
-- whatever the code does: an order has one open offer at the most
create unique index request_offer_open on request_offer (request_id) where answer is null;
create index request_offer_by_request on request_offer (request_id, id);
create index request_offer_by_volunteer on request_offer (volunteer_id, offered_at desc) where volunteer_id is not null;
create index request_offer_by_team on request_offer (team_id, offered_at desc) where team_id is not null;

-- reviews (评单): once for each side and round
create table request_review (
    id           uuid        primary key,
    request_id   uuid        not null references help_request,
    round        int         not null,
    side         text        not null,
    stars        int         not null,
    words        bytea,
    written_by   uuid        not null,
    on_behalf    boolean     not null,
    written_at   timestamptz not null,
    constraint request_review_stars check (stars between 1 and 5),
    constraint request_review_side check (side in ('RECIPIENT', 'VOLUNTEER')),
    constraint request_review_once unique (request_id, round, side)
);

-- every hop of an order, in the order in which it happened
create table request_hop (
    id             uuid        primary key,
    request_id     uuid        not null references help_request,
    position       int         not null,
    round          int         not null,
    kind           text        not null,
    status         text        not null,
    at             timestamptz not null,
    seconds        bigint      not null,
    by_account     uuid,
    by_role        text        not null,
    offer_id       uuid,
    team_id        uuid,
    volunteer_id   uuid,
    reason         bytea,
    constraint request_hop_once unique (request_id, position),
    constraint request_hop_seconds check (seconds >= 0)
);

create trigger request_hop_append_only before update or delete or truncate on request_hop
    for each statement execute function refuse_change();
create trigger request_review_append_only before update or delete or truncate on request_review
    for each statement execute function refuse_change();
