-- an address that is wanted in the place of a proven one, until it is proven, too (encrypted)
alter table channel_address add column wanted_address bytea;
alter table channel_address add constraint channel_address_wanted
    check (wanted_address is null or verified_at is not null);

-- what retention looks for
create index delivery_ended on delivery (ended_at) where ended_at is not null;
create index address_code_made on address_code (made_at);
