package org.linli.notification.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/** The table of addresses, encrypted; and of the codes sent within the last day. */
@ApplicationScoped
class MailAddressRows {
    private static final String TABLE = "channel_address";
    private static final String FIND = "select * from channel_address where account_id = $1 and channel = 'EMAIL'";
    private static final String WRITE = """
            insert into channel_address as a (account_id, channel, address, address_index, verified_at, code_id,
                code_until, wrong_codes, version, wanted_address)
            values ($1, 'EMAIL', $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict on constraint channel_address_pk do update
            set address = excluded.address, address_index = excluded.address_index,
                verified_at = excluded.verified_at, code_id = excluded.code_id, code_until = excluded.code_until,
                wrong_codes = excluded.wrong_codes, version = excluded.version,
                wanted_address = excluded.wanted_address
            """;
    private static final String REMOVE = "delete from channel_address where account_id = $1 and channel = 'EMAIL'";
    /** Whoever counts the same codes waits: two calls at once must not both be the last that is allowed. */
    private static final String LOCK_COUNTS = """
            select pg_advisory_xact_lock(key) from (
                select unnest(array[hashtextextended($1::uuid::text, 0), hashtextextended(encode($2, 'hex'), 0)]) as key
                order by key
            ) as keys
            """;

    private static final String FORGET_CODES =
            "delete from address_code" + " where (account_id = $1 or address_index = $2) and made_at <= $3";
    private static final String COUNT_CODES = "select count(*) filter (where account_id = $1) as by_account,"
            + " count(*) filter (where address_index = $2) as by_address"
            + " from address_code where account_id = $1 or address_index = $2";
    private static final String NOTE_CODE =
            "insert into address_code (code_id, account_id, address_index, made_at) values ($1, $2, $3, $4)";

    private final FieldCipher cipher;
    private final AddressCodes codes;

    @Inject
    MailAddressRows(FieldCipher cipher, AddressCodes codes) {
        this.cipher = cipher;
        this.codes = codes;
    }

    /** Codes within the last day. */
    record Sent(long byAccount, long byAddress) {}

    Uni<Optional<MailAddress>> find(SqlClient client, UUID account) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(account))
                .map(rows -> rows.stream().findFirst().map(row -> read(account, row)));
    }

    /** The same, locked until the transaction ends: tries of a code are judged one after another. */
    Uni<Optional<MailAddress>> lock(SqlClient connection, UUID account) {
        return connection
                .preparedQuery(FIND + " for update")
                .execute(Tuple.of(account))
                .map(rows -> rows.stream().findFirst().map(row -> read(account, row)));
    }

    Uni<Void> write(SqlClient connection, UUID account, MailAddress address) {
        byte[] sealed = cipher.encrypt(address.address().value(), TABLE, account, "address");
        byte[] wanted = address.wanted() == null
                ? null
                : cipher.encrypt(address.wanted().value(), TABLE, account, "wanted_address");
        return connection
                .preparedQuery(WRITE)
                .execute(Tuple.from(Arrays.asList(
                        account,
                        Buffer.buffer(sealed),
                        Buffer.buffer(codes.fingerprint(address.address())),
                        utc(address.verifiedAt()),
                        address.codeId(),
                        utc(address.codeUntil()),
                        address.wrongCodes(),
                        address.version(),
                        wanted == null ? null : Buffer.buffer(wanted))))
                .replaceWithVoid();
    }

    Uni<Void> remove(SqlClient connection, UUID account) {
        return connection.preparedQuery(REMOVE).execute(Tuple.of(account)).replaceWithVoid();
    }

    /** How many codes were sent since then, to this address and for this account; older ones are forgotten. */
    Uni<Sent> codesSince(SqlClient connection, UUID account, EmailAddress address, Instant since) {
        Buffer index = Buffer.buffer(codes.fingerprint(address));
        return connection
                .preparedQuery(LOCK_COUNTS)
                .execute(Tuple.of(account, index))
                .chain(() -> connection.preparedQuery(FORGET_CODES).execute(Tuple.of(account, index, utc(since))))
                .chain(() -> connection.preparedQuery(COUNT_CODES).execute(Tuple.of(account, index)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Sent(row.getLong("by_account"), row.getLong("by_address")));
    }

    Uni<Void> noteCode(SqlClient connection, UUID account, MailAddress address, Instant now) {
        return connection
                .preparedQuery(NOTE_CODE)
                .execute(Tuple.of(
                        address.codeId(), account, Buffer.buffer(codes.fingerprint(address.toProve())), utc(now)))
                .replaceWithVoid();
    }

    /** An address from a row with its columns. */
    MailAddress read(UUID account, Row row) {
        String address = cipher.decrypt(row.getBuffer("address").getBytes(), TABLE, account, "address");
        return new MailAddress(
                new EmailAddress(address),
                instant(row.getOffsetDateTime("verified_at")),
                wanted(account, row),
                row.getUUID("code_id"),
                instant(row.getOffsetDateTime("code_until")),
                row.getInteger("wrong_codes"),
                row.getLong("version"));
    }

    private EmailAddress wanted(UUID account, Row row) {
        return row.getBuffer("wanted_address") == null
                ? null
                : new EmailAddress(
                        cipher.decrypt(row.getBuffer("wanted_address").getBytes(), TABLE, account, "wanted_address"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
