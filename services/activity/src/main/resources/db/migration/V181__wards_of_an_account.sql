-- For whom an account stands is asked with every list of activities, sessions and sign-ups.
create index guardianship_copy_by_guardian on guardianship_copy using gin (guardian_accounts) where active;
