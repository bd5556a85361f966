-- Points given away: to another volunteer or to a charity fund.
create table transfer (
    id               uuid        primary key,
    volunteer_id     uuid        not null, -- who gave
    to_volunteer_id  uuid,
    fund             text,                 -- division of the fund
    division         text        not null, -- of the giver's bank post
    unit             text        not null,
    amount           bigint      not null,
    made_on          date        not null,
    made_at          timestamptz not null,
    constraint transfer_amount check (amount > 0),
    constraint transfer_receiver check ((to_volunteer_id is null) <> (fund is null))
);
create index transfer_by_giver on transfer (volunteer_id, unit, made_on);
create index transfer_given on transfer (volunteer_id, id);
create index transfer_received on transfer (to_volunteer_id, id) where to_volunteer_id is not null;

-- minors give nothing away; null until registration tells of the volunteer again
alter table volunteer_copy add column age_band text;
