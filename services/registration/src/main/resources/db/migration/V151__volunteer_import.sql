-- People brought over from a former system in bulk. Nobody signed in for them: they have no account.
alter table volunteer alter column account_id drop not null;

create table imported_volunteer (
    -- the former system, and what it calls the person: both together are brought over once
    source       text        not null,
    reference    text collate "C" not null,
    volunteer_id uuid        not null,
    imported_at  timestamptz not null,
    constraint imported_volunteer_once primary key (source, reference),
    constraint imported_volunteer_exists foreign key (volunteer_id) references volunteer (id)
);
