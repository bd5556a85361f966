-- Who stands for a minor is asked of the copy of registration's files (V171) at the moment it matters, and is not kept
-- with the sign-up: guardians change. What stays is that rules for minors applied.
alter table sign_up add column minor boolean not null default false;
update sign_up set minor = true where cardinality(guardian_accounts) > 0;
alter table sign_up alter column minor drop default, drop column guardian_accounts;
alter table sign_up_log drop constraint sign_up_log_fact;
alter table sign_up_log add constraint sign_up_log_fact check (fact in ('SIGNED_UP', 'WAITLISTED', 'OFFERED', 'TAKEN',
    'LAPSED', 'WITHDRAWN', 'CANCELLED', 'STOOD_DOWN', 'HANDOVER_OFFERED', 'HANDOVER_DECLINED', 'HANDED_OVER',
    'ATTENDED', 'MISSED', 'APPEALED', 'EXCUSED', 'UPHELD'));
