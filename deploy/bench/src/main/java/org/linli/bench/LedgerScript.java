package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.points.ledger.Ledger;

/**
 * The statements with which the ledger posts, as a script of pgbench. Ids are made by the server in a statement before
 * them and come back as parameters; what is the same for all rows stands in the script. Where only the posting shall
 * count, {@link #PREPARATION_LINES} are left out of its time.
 */
final class LedgerScript {
    /** A variable and the statement that makes ids. */
    static final int PREPARATION_LINES = 2;

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    /** Passbooks by number, in no order of their ids, and the accounts they have. */
    private static final String[] PREPARATION = {
        """
        create table bench_person as
        select row_number() over (order by md5(volunteer_id::text))::int as number, volunteer_id,
          gen_random_uuid() as account_id
        from passbook
        """, "alter table bench_person add primary key (number)", "analyze bench_person", """
        insert into account (id, kind, owner, unit, floored, balance, postings, opened_at)
        select account_id, 'PASSBOOK', volunteer_id::text, 'POINTS', true, 0, 0, now() from bench_person
        """
    };

    private static final String ISSUER = "'00000000-0000-4000-8000-000000000001'::uuid";

    private static final String IDS = """
            \\set start random(1, %1$d)
            select array_agg(gen_random_uuid())::text as ids, array_agg(volunteer_id)::text as volunteers,
              array_agg(account_id)::text as accounts
              from bench_person where number between :start and :start + %2$d \\gset
            """;

    private LedgerScript() {}

    static void prepare(City city) throws SQLException {
        city.execute(LedgerRig.DATABASE, PREPARATION);
    }

    /** Writes the script for statements of so many postings. The last event in the outbox serves as the pattern. */
    static Path write(Path directory, City city, int postings) throws IOException, SQLException {
        String headers;
        String data;
        try (Connection connection = city.connect(LedgerRig.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet event = statement.executeQuery(
                        "select headers::text, convert_from(data, 'UTF8') from outbox order by id desc limit 1")) {
            event.next();
            headers = event.getString(1);
            data = event.getString(2);
        }
        Path script = directory.resolve("ledger-" + postings + ".sql");
        String ids = IDS.formatted(LedgerRig.PEOPLE - postings + 1, postings - 1);
        String statements = postings == 1
                ? filled(Ledger.creditStatement(), oneCredit(headers, data)) + ";\n"
                : batch(postings, literal(headers), literal(data));
        Files.writeString(script, ids + statements);
        return script;
    }

    /** Both rounds of a batch for one bank post; the numbers of the passbooks come back from the first. */
    private static String batch(int n, String headers, String data) {
        Ledger.Statements ledger = Ledger.batchStatements();
        String numbers = """
                with raised as (%s)
                  select array_agg(r.postings order by a.place)::text as numbers
                  from unnest(:accounts::uuid[]) with ordinality as a (id, place) join raised r on r.id = a.id \\gset
                """.formatted(filled(ledger.raised(), accounts(n)));
        return String.join(
                "",
                "begin;\n",
                filled(ledger.passbooks(), ":volunteers", same("1::bigint", n)) + ";\n",
                numbers,
                filled(ledger.posted(), postings(n)) + ";\n",
                filled(
                                ledger.opened(),
                                ":ids",
                                ":accounts",
                                ":numbers",
                                same("100::bigint", n),
                                same("100::bigint", n),
                                same("null::timestamptz", n),
                                same("0::int", n))
                        + ";\n",
                filled(
                                ledger.told(),
                                same("'linli.points'::text", n),
                                ":volunteers",
                                same(headers, n),
                                same("convert_to(" + data + ", 'UTF8')", n))
                        + ";\n",
                "commit;\n");
    }

    private static String[] accounts(int n) {
        return new String[] {
            "(array[" + ISSUER + "] || :accounts::uuid[])",
            "(array['ISSUER'] || " + same("'PASSBOOK'::text", n) + ")",
            "(array['530103005005'] || :volunteers::text[])",
            "(array['POINTS'] || " + same("'POINTS'::text", n) + ")",
            "(array[false] || " + same("true", n) + ")",
            "(array[" + -100 * n + "::bigint] || " + same("100::bigint", n) + ")",
            "(array[" + n + "::bigint] || " + same("1::bigint", n) + ")",
            "now()"
        };
    }

    private static String[] postings(int n) {
        return new String[] {
            ":ids",
            ":ids",
            same("'EARNED'::text", n),
            same("'POINTS'::text", n),
            same(ISSUER, n),
            ":accounts",
            same("100::bigint", n),
            same("100::bigint", n),
            same("'service-hours'::text", n),
            same("1::int", n),
            ":ids",
            same("current_date", n),
            same("null::uuid", n),
            same("null::uuid", n),
            same("sha256('')", n),
            same("1::bigint", n),
            same("100::bigint", n),
            ":numbers",
            same("100::bigint", n),
            "now()"
        };
    }

    private static String filled(String statement, String... values) {
        return PARAMETER
                .matcher(statement)
                .replaceAll(match -> Matcher.quoteReplacement(values[Integer.parseInt(match.group(1)) - 1]));
    }

    /** One credit; its bank post is one of four hundred. */
    private static String[] oneCredit(String headers, String data) {
        return new String[] {
            "(:ids::uuid[])[1]",
            "(:volunteers::uuid[])[1]",
            "'POINTS'",
            "now()",
            "md5((:start % 400)::text)::uuid",
            "'ISSUER'",
            "'530103005005'",
            "false",
            "100",
            "(:accounts::uuid[])[1]",
            "'PASSBOOK'",
            "(:volunteers::text[])[1]",
            "true",
            "(:ids::uuid[])[1]",
            "100",
            "'service-hours'",
            "1",
            "(:ids::uuid[])[1]",
            "current_date",
            "sha256('')",
            "null",
            "'linli.points'",
            literal(headers),
            literal(data)
        };
    }

    private static String same(String value, int times) {
        return "array_fill(" + value + ", array[" + times + "])";
    }

    /** A colon would begin a variable of pgbench; the dollar quotes keep everything else as it is. */
    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\u003a") + "'::text";
    }
}
