-- Of which ends a volunteer was told: once for a passbook and a day.
create table expiry_warning (
    account_id uuid        not null,
    expires_on date        not null,
    warned_at  timestamptz not null,
    constraint expiry_warning_key primary key (account_id, expires_on)
);
