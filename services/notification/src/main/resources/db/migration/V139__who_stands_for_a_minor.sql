-- Who stands for a minor is asked of the kit's copy of registration's files (ward_copy) when somebody is told: guardians
-- change, and those of the day of the sign-up are nobody's.
alter table sign_up_copy drop column guardians;
