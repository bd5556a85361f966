-- Who stands for a minor, as registration told it (V100 has the rules of copies).
create table guardianship_copy (
    guardianship_id   uuid    primary key,
    volunteer_id      uuid    not null,
    guardian_accounts text[]  not null,
    consent           text    not null,
    active            boolean not null,
    sequence          bigint  not null
);
create index guardianship_copy_by_volunteer on guardianship_copy (volunteer_id);
