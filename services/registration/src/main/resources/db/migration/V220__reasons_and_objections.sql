-- What was written about people is encrypted wherever it lies (decision 11). No release has stored any.
alter table pairing drop column end_reason, add column end_reason_encrypted bytea;
alter table star_entry drop column reason, add column reason_encrypted bytea;

-- a person objects to one display once, and not again after the decision; a display is known by its end
alter table star_objection add column display_until timestamptz;
drop index star_objection_once;
create unique index star_objection_once on star_objection (star_file_id, by_account, display_until);
