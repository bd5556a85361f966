-- Erasure (product R04; PIPL art. 47): who asked for it and why. Of whoever was erased only the id is left.
create table erasure (
    id            uuid        primary key,
    volunteer_id  uuid        not null,
    status        text        not null,
    ground        text        not null,
    reason        text,
    asked_by      uuid        not null,
    asked_at      timestamptz not null,
    confirm_until timestamptz not null,
    done_at       timestamptz,
    -- keyed fingerprint of the sign-in, for the days in which it does not register anew
    account_index bytea       not null,
    version       bigint      not null,
    constraint erasure_of_a_volunteer foreign key (volunteer_id) references volunteer (id),
    constraint erasure_status_known check (status in ('ASKED', 'DONE')),
    constraint erasure_ground_known
        check (ground in ('PERSON', 'PURPOSE_ENDED', 'CONSENT_WITHDRAWN', 'UNLAWFUL', 'LAW')),
    constraint erasure_done check ((status = 'DONE') = (done_at is not null))
);
create index erasure_by_volunteer on erasure (volunteer_id);
create index erasure_by_account on erasure (account_index);

alter table volunteer
    drop constraint volunteer_status_known,
    add constraint volunteer_status_known
        check (status in ('PENDING', 'VERIFIED', 'REJECTED', 'SUSPENDED', 'WITHDRAWN', 'ERASED')),
    alter column document_type drop not null,
    alter column sex drop not null,
    add constraint volunteer_described check (status = 'ERASED' or (sex is not null and document_type is not null)),
    -- whatever the code does: an erased volunteer names nobody
    add constraint volunteer_erased check (status <> 'ERASED'
        or (account_id is null and sex is null and length(real_name) + length(document_number) + length(phone)
            + length(birth_date) + length(phone_index) + length(name_index) = 0));
