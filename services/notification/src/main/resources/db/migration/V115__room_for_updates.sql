-- The head of an inbox changes with every message: room in its page for the new version of the row.
alter table inbox_head set (fillfactor = 70);
