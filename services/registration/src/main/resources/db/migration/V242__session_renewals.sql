-- What gateways tell one another when they renew tokens of a session: who is at it, then what came of it.
-- The name is a hash of the refresh token, so that only who has the token finds the row; the outcome is sealed with the
-- key of the gateways.
create table session_renewal (
    token_hash     bytea       primary key,
    claim          uuid        not null,
    -- real time, by the database's clock; as long as this lasts and there is no outcome, nobody else is let
    claimed_until  timestamptz not null,
    outcome        bytea,
    forget_at      timestamptz not null,
    constraint session_renewal_hash check (octet_length(token_hash) = 32)
);
create index session_renewal_forget on session_renewal (forget_at);
