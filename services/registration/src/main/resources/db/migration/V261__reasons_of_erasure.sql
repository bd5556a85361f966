-- Why somebody is to be erased is written about a person: encrypted, with the demand (decision 11). No release has
-- stored any.
alter table erasure drop column reason, add column reason_encrypted bytea;
