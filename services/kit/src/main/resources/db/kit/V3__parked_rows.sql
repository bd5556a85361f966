-- A row that Kafka can never take (too large for the broker) steps aside, so that the others go on; an operator looks.
alter table outbox add column parked_for text;
create index outbox_parked on outbox (id) where parked_for is not null;
