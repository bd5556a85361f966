-- The ledger: accounts, postings, lots. Amounts are hundredths of a point. A balance is credits minus debits.

-- passbooks (存折), opened when a volunteer is verified; the row is also the lock of everything that happens to it
create table passbook (
    volunteer_id uuid        primary key,
    division     text        not null, -- community of the bank post that keeps it
    sequence     bigint      not null, -- of the last event about it
    opened_at    timestamptz not null,
    constraint passbook_division check (division ~ '^\d{12}(\d{3})?$')
);
create index passbook_by_division on passbook (division, volunteer_id);

-- No unique key on (kind, owner, unit): the id is derived from them, and a second unique index would turn two
-- simultaneous first postings into a refused one instead of an upsert.
create table account (
    id        uuid        primary key,
    kind      text        not null,
    owner     text        not null,
    unit      text        not null,
    floored   boolean     not null,
    balance   bigint      not null,
    postings  bigint      not null,
    opened_at timestamptz not null,
    constraint account_floor check (not floored or balance >= 0),
    constraint account_claim_ceiling check (kind <> 'CLAIM' or balance <= 0)
) with (fillfactor = 70);

-- debit and credit have no foreign key: the same statement writes both accounts, the verification checks them
create table posting (
    id             uuid        primary key,
    position       bigint      generated always as identity,
    entry_id       uuid        not null, -- shared by the postings of one act
    kind           text        not null,
    unit           text        not null,
    debit          uuid        not null,
    credit         uuid        not null,
    amount         bigint      not null,
    claimed        bigint      not null, -- before a cap
    rule_code      text,
    rule_version   int,
    cause_id       uuid        not null,
    value_date     date        not null,
    reverses       uuid,
    settles        uuid,                 -- the hold that it ends
    posted_at      timestamptz not null,
    content_hash   bytea       not null,
    debit_number   bigint      not null, -- counts the postings of the debit account
    debit_balance  bigint      not null,
    credit_number  bigint      not null,
    credit_balance bigint      not null,
    constraint posting_amount check (amount > 0 and amount <= claimed),
    constraint posting_two_accounts check (debit <> credit),
    constraint posting_rule check ((rule_code is null) = (rule_version is null))
);
create unique index posting_by_position on posting (position);
create unique index posting_by_credit on posting (credit, credit_number);
-- the debits of issuer accounts are in no statement
create unique index posting_by_debit on posting (debit, debit_number) where kind <> 'EARNED';
create index posting_by_day on posting (credit, value_date) where kind = 'EARNED';
create index posting_by_reversed on posting (reverses) where reverses is not null;
create unique index posting_by_settled on posting (settles) where settles is not null;

-- each credit to a passbook opens a lot under the id of its posting; debits take the first expiring first
create table lot (
    posting_id uuid        primary key,
    account_id uuid        not null,
    number     bigint      not null,
    amount     bigint      not null,
    remaining  bigint      not null,
    expires_at timestamptz,              -- null: never
    moves      int         not null,     -- counts its allocations
    constraint lot_remaining check (remaining between 0 and amount)
) with (fillfactor = 80);
create index lot_to_spend on lot (account_id) where remaining > 0;
create index lot_to_expire on lot (expires_at) where remaining > 0 and expires_at is not null;

-- what a posting took from a lot (positive) or gave back to it (negative)
create table lot_allocation (
    posting_id uuid   not null,
    lot_id     uuid   not null constraint lot_allocation_lot references lot,
    amount     bigint not null,
    constraint lot_allocation_key primary key (posting_id, lot_id),
    constraint lot_allocation_amount check (amount <> 0)
);
create index lot_allocation_by_lot on lot_allocation (lot_id);

-- blocks of postings, each with the hash of the one before; written after the postings are committed
create table seal (
    number        bigint      primary key,
    from_position bigint      not null,
    to_position   bigint      not null,
    postings      bigint      not null,
    previous      bytea       not null,
    hash          bytea       not null,
    sealed_at     timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append-only', tg_table_name using errcode = '0A000';
end $$;
create trigger posting_append_only before update or delete on posting
    for each row execute function refuse_change();
create trigger posting_not_truncated before truncate on posting
    for each statement execute function refuse_change();
create trigger lot_allocation_append_only before update or delete on lot_allocation
    for each row execute function refuse_change();
create trigger lot_allocation_not_truncated before truncate on lot_allocation
    for each statement execute function refuse_change();
create trigger seal_append_only before update or delete on seal
    for each row execute function refuse_change();
create trigger seal_not_truncated before truncate on seal
    for each statement execute function refuse_change();

-- what makes a posting the posting it is; org.linli.points.ledger.Posting writes the same text
create function posting_content(p posting) returns bytea language sql stable as $$
    select sha256(convert_to(concat(p.id, '|', p.kind, '|', p.unit, '|', p.debit, '|', p.credit, '|', p.claimed, '|',
        p.rule_code, '|', p.rule_version, '|', p.cause_id, '|', to_char(p.value_date, 'YYYY-MM-DD'), '|',
        p.reverses, '|', p.settles), 'UTF8'))
$$;

-- everything about a posting, for the seals
create function posting_digest(p posting) returns bytea language sql stable as $$
    select sha256(p.content_hash || convert_to(concat(p.position, '|', p.entry_id, '|', p.amount, '|',
        (extract(epoch from p.posted_at) * 1000000)::bigint, '|', p.debit_number, '|', p.debit_balance, '|',
        p.credit_number, '|', p.credit_balance), 'UTF8'))
$$;
