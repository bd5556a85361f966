-- Redemptions at the head office (总行兑换, product P05, seed system S24) are by invitation to high balances.
alter table offer add column by_invitation boolean not null default false;

create table offer_invitation (
    id           uuid        primary key,
    offer_id     uuid        not null constraint offer_invitation_offer references offer,
    volunteer_id uuid        not null,
    invited_by   uuid        not null,
    invited_at   timestamptz not null,
    constraint offer_invitation_once unique (offer_id, volunteer_id)
);
create index offer_invitation_by_volunteer on offer_invitation (volunteer_id, offer_id);

-- whose passbooks hold most of a unit
create index account_passbook_by_balance on account (unit, balance desc) where kind = 'PASSBOOK';
