-- Personal data (product R04): in which role somebody looked at a file, who was erased, who stands for whom.

-- the highest role that covered it, and the station for which alone it is held; null: no role
alter table audit add column as_role text;
alter table audit add column as_station uuid;

-- that somebody was erased: what is told again of them does not bring them back
create table erased_volunteer (
    volunteer_id uuid        primary key,
    erased_at    timestamptz not null
);

-- who stands for which minor
create table ward_copy (
    guardianship_id   uuid    primary key,
    volunteer_id      uuid    not null,
    guardian_accounts uuid[]  not null,
    active            boolean not null,
    sequence          bigint  not null
);
create index ward_copy_by_volunteer on ward_copy (volunteer_id);
create index audit_by_time on audit (at);
