-- The tree of divisions: province, city, district, street, community, grid.
create table division (
    code        text collate "C" primary key,
    name        text    not null,
    level       text    not null,
    parent      text collate "C" references division deferrable initially deferred,
    -- the significant digits of the level: what all divisions below share (蓝村街道 370215010000 has 370215010)
    prefix      text collate "C" not null,
    valid_from  date,
    valid_until date,
    successor   text collate "C" references division deferrable initially deferred,
    sequence    bigint  not null,
    version     bigint  not null default 0,
    constraint division_code_form check (code ~ '^[0-9]{12}([0-9]{3})?$'),
    constraint division_level_known check (level in ('PROVINCE', 'CITY', 'DISTRICT', 'STREET', 'COMMUNITY', 'GRID')),
    constraint division_prefix_of_code check (starts_with(code, prefix)),
    constraint division_root_is_province check ((parent is null) = (level = 'PROVINCE')),
    constraint division_days_in_order check (valid_from <= valid_until),
    constraint division_not_its_own_successor check (successor <> code)
);
create index division_by_parent on division (parent, code);
