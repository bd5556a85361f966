-- Service brought forward from other systems: counted at once, exempt from gates, without points.

-- an imported entry may sum up years; everything else lies within a day
alter table service_record drop constraint service_record_minutes_lie_within_a_day;
alter table service_record add constraint service_record_minutes_lie_within_a_day
    check (minutes >= 0 and (minutes <= 1440 or provenance = 'IMPORTED'));
alter table service_record add constraint service_record_imported_has_no_times
    check (provenance <> 'IMPORTED' or (started_at is null and not earns_points));

-- what a row of an import became: the same row never counts twice, whoever sends it again
create table service_record_import (
    source    text collate "C" not null,
    reference text collate "C" not null,
    record_id uuid not null references service_record,
    constraint service_record_import_once primary key (source, reference)
);
create trigger service_record_import_is_append_only before update or delete or truncate on service_record_import
    for each statement execute function refuse_change();
