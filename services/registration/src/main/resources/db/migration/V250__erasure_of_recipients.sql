-- Recipients of help are erased, too (product R04; PIPL art. 47): they ask themselves, or a station does for them.
alter table erasure
    alter column volunteer_id drop not null,
    add column recipient_id uuid,
    add constraint erasure_of_a_recipient foreign key (recipient_id) references recipient (id),
    add constraint erasure_of_one check (num_nonnulls(volunteer_id, recipient_id) = 1);
create index erasure_by_recipient on erasure (recipient_id) where recipient_id is not null;

alter table recipient
    drop constraint recipient_status_known,
    add constraint recipient_status_known check (status in ('ACTIVE', 'WITHDRAWN', 'ERASED')),
    -- whatever the code does: an erased recipient names nobody
    add constraint recipient_erased check (status <> 'ERASED'
        or (account_id is null and needs = '{}' and length(name_encrypted) + length(coalesce(phone_encrypted, ''))
            + length(address_encrypted) + length(coalesce(care_notes_encrypted, ''))
            + length(coalesce(birth_date_encrypted, '')) = 0));
