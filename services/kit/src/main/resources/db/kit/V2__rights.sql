-- Whose sign-in a recipient's file is: an account may have several files, one after the other, one of them in force.
create table recipient_account (
    recipient_id uuid    primary key,
    account_id   uuid    not null,
    in_force     boolean not null,
    sequence     bigint  not null
);
create index recipient_account_by_account on recipient_account (account_id) where in_force;
-- which of them was withdrawn was not kept: as before they count until their next event
insert into recipient_account (recipient_id, account_id, in_force, sequence)
    select recipient_id, account_id, true, recipient_sequence from account_copy where recipient_id is not null;
alter table account_copy drop column recipient_id;
alter table account_copy drop column recipient_sequence;

-- whether the volunteer of an account may serve; null until the next event of a volunteer known before
alter table account_copy add column volunteer_status text;

-- what the caller might do when the answer was made; an answer without it is not given again
alter table idempotency add column rights text;
