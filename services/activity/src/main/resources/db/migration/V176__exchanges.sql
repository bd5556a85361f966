-- a place that is offered to another volunteer in exchange for theirs in this session; null for a handover
alter table sign_up add column exchange_session_id uuid references activity_session,
    add constraint sign_up_exchange check (exchange_session_id is null or handover_to is not null);
