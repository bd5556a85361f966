-- Why an objection was upheld or dismissed is written about a person: encrypted, with the objection (decision 11). It
-- was in the audit in plain words; no release has stored any.
alter table star_objection add column answer_encrypted bytea;
update audit set reason = null where action = 'star.objection-decision';
