-- "my sign-ups" asks for what is offered to me, too
create index sign_up_by_handover on sign_up (handover_to, id) where handover_to is not null;
