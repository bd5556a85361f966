-- Whoever was withdrawn may be enrolled again and keep their sign-in: it belongs to one file in force at a time.
alter table recipient drop constraint recipient_one_per_account;
create unique index recipient_one_per_account on recipient (account_id) where status = 'ACTIVE';
