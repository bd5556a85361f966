-- Dates by working days are certain only as far as the calendar was announced. A series remembers how far that was when
-- its dates were looked at; a session says whether its date may still move.
alter table session_series add column calendar_until date;
update session_series set calendar_until = '2026-12-31' where materialised_until is not null;
alter table activity_session add column provisional boolean not null default false;
alter table activity_session alter column provisional drop default;
