-- whose accounts these are: the export of one's own data reads the ledger from here
create index account_by_owner on account (owner);
