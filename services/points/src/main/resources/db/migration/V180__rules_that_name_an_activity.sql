-- A rule may be about one activity or one project of the library alone (product A01: an activity has a points rule).
alter table points_rule
    add column activity_id uuid,
    add column project_id uuid,
    add constraint points_rule_names_one check (num_nonnulls(activity_id, project_id) <= 1),
    -- orders belong to no activity, and a cap is for the day
    add constraint points_rule_names_for_hours
        check (kind = 'PER_HOUR' or num_nonnulls(activity_id, project_id) = 0);
create index points_rule_of_activity on points_rule (activity_id) where activity_id is not null;
create index points_rule_of_project on points_rule (project_id) where project_id is not null;

-- ids of activities and projects that activity told of; what a rule names is among them
create table programme_copy (
    id   uuid primary key,
    kind text not null constraint programme_copy_kind check (kind in ('ACTIVITY', 'PROJECT'))
);
