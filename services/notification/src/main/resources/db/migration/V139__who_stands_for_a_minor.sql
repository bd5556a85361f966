-- who stands for a minor today: they are told with the minor, and whoever no longer does is not
create table guardianship_copy (
    guardianship_id uuid    primary key,
    volunteer_id    uuid    not null,
    accounts        uuid[]  not null,
    active          boolean not null,
    sequence        bigint  not null
);
create index guardianship_copy_by_volunteer on guardianship_copy (volunteer_id) where active;
alter table sign_up_copy drop column guardians;
