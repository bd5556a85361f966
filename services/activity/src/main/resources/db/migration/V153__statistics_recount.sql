-- Where the kept statistics (V151, V152) differ from a new count of what they are about; empty if all is well.
create view statistics_difference as
    with kept as (
        select period, division, figure, value from service_rollup cross join lateral (values
            ('records', records), ('minutes', minutes), ('volunteers', volunteers),
            ('volunteers_by_street', volunteers_by_street), ('volunteers_by_district', volunteers_by_district),
            ('volunteers_by_city', volunteers_by_city), ('volunteers_by_province', volunteers_by_province))
            as figures (figure, value)),
    counted as (
        select period, division, figure, value from service_recounted cross join lateral (values
            ('records', records), ('minutes', minutes), ('volunteers', volunteers),
            ('volunteers_by_street', volunteers_by_street), ('volunteers_by_district', volunteers_by_district),
            ('volunteers_by_city', volunteers_by_city), ('volunteers_by_province', volunteers_by_province))
            as figures (figure, value))
    select 'service_rollup' as about, period, division, figure, coalesce(k.value, 0) as kept,
        coalesce(c.value, 0) as counted
    from kept k full join counted c using (period, division, figure)
    where coalesce(k.value, 0) <> coalesce(c.value, 0)
    union all
    select 'request_rollup', period, division, measure || figure, coalesce(kept, 0), coalesce(counted, 0)
    from (select period, division, measure, k.times, c.times as times_counted, k.amount, c.amount as amount_counted
        from request_rollup k full join request_recounted c using (period, division, measure)) as lines
        cross join lateral (values ('', times, times_counted), (' amount', amount, amount_counted))
            as figures (figure, kept, counted)
    where coalesce(kept, 0) <> coalesce(counted, 0)
    union all
    -- people are not named: how many of their lines differ
    select 'served_volunteer', 'all', null, 'lines that differ', count(*), 0
    from served_volunteer k full join served_volunteer_recounted c using (volunteer_id)
    where coalesce(k.records, 0) <> coalesce(c.records, 0) or coalesce(k.minutes, 0) <> coalesce(c.minutes, 0)
    having count(*) > 0
    union all
    select 'served_recipient', 'all', null, 'lines that differ', count(*), 0
    from served_recipient k full join recipient_served c using (recipient_id, period, division, measure)
    where k.measure is null or c.measure is null
    having count(*) > 0;

-- Keeps what a new count gives. Takes locks against every writer first, so that none of their changes is missed, and in
-- the order in which the triggers write (people before communities), so that nobody waits in a circle.
create function statistics_rewritten() returns void language plpgsql as $$
begin
    lock table served_volunteer, service_rollup, request_rollup, served_recipient in share row exclusive mode;
    delete from service_rollup;
    insert into service_rollup select * from service_recounted;
    delete from served_volunteer;
    insert into served_volunteer select * from served_volunteer_recounted;
    delete from request_rollup;
    insert into request_rollup select * from request_recounted;
    delete from served_recipient;
    insert into served_recipient select recipient_id, period, division, measure from recipient_served;
end
$$;
