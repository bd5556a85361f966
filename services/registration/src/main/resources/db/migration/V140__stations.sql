-- Stations: where they are and which divisions they serve.

create table station (
    id                uuid             primary key,
    name              text             not null,
    name_key          text             not null,
    kind              text             not null,
    division          text collate "C" not null references division,
    division_prefix   text collate "C" not null,
    longitude         double precision not null,
    latitude          double precision not null,
    -- one entry a span: 'TUESDAY 09:30-11:30'
    opening_hours     text[]           not null,
    service_menu      text[]           not null,
    coverage          text[] collate "C" not null,
    -- the significant digits of each division of the coverage, so that "who serves this community" is an index look-up
    coverage_prefixes text[] collate "C" not null,
    opened_at         timestamptz      not null,
    opened_by         uuid             not null,
    sequence          bigint           not null,
    version           bigint           not null,
    constraint station_name_in_division unique (division, name_key),
    constraint station_kind_known check (kind in ('CENTRE', 'INSTITUTE', 'STATION', 'SERVICE_POINT')),
    constraint station_on_earth check (longitude between -180 and 180 and latitude between -90 and 90),
    constraint station_serves_somebody check (cardinality(coverage) > 0)
);
create index station_by_division on station (division, id);
create index station_by_place on station (latitude, longitude);
create index station_by_coverage on station using gin (coverage_prefixes);

-- Metres between two places (WGS84 degrees) on a sphere of the mean radius of the earth: haversine, wrong by at most
-- 0.5 %, well below what opening a map would tell.
create function metres_between(longitude_a double precision, latitude_a double precision,
                               longitude_b double precision, latitude_b double precision)
    returns double precision language sql immutable parallel safe
    return 2 * 6371008.8 * asin(least(1, sqrt(
        sin(radians(latitude_b - latitude_a) / 2) ^ 2
        + cos(radians(latitude_a)) * cos(radians(latitude_b)) * sin(radians(longitude_b - longitude_a) / 2) ^ 2)));
