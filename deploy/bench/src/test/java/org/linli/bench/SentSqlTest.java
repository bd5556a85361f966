package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentSqlTest {
    private static final String LOG = """
            2026-11-23 12:00:00.001 UTC [11] LOG:  statement: BEGIN
            2026-11-23 12:00:00.002 UTC [12] LOG:  statement: BEGIN
            2026-11-23 12:00:00.003 UTC [11] LOG:  execute <unnamed>: insert into sign_up (id, note)
            \tvalues ($1, $2)
            2026-11-23 12:00:00.003 UTC [11] DETAIL:  Parameters: $1 = '0199', $2 = 'it''s
            \ttwo lines', $3 = NULL
            2026-11-23 12:00:00.004 UTC [12] LOG:  execute S_1: select 1
            2026-11-23 12:00:00.005 UTC [11] LOG:  execute S_2: select pg_notify('x')
            2026-11-23 12:00:00.006 UTC [12] LOG:  statement: COMMIT
            2026-11-23 12:00:00.007 UTC [11] LOG:  statement: COMMIT
            """;

    @Test
    void theTransactionThatSentTheMarkIsFoundAmongOthersWithItsParameters() {
        List<SentSql.Statement> found = SentSql.transaction(LOG, "into sign_up ");
        assertThat(found)
                .containsExactly(
                        new SentSql.Statement(
                                "insert into sign_up (id, note)\nvalues ($1, $2)",
                                Arrays.asList("0199", "it's\ntwo lines", null)),
                        new SentSql.Statement("select pg_notify('x')", List.of()));
        assertThat(SentSql.transaction(LOG, "into redemption ")).isEmpty();
    }

    @Test
    void aLongValueIsRead() {
        String value = "x".repeat(200_000);
        List<SentSql.Statement> found = SentSql.transaction(LOG.replace("0199", value), "into sign_up ");
        assertThat(found.getFirst().values()).startsWith(value);
    }

    @Test
    void whatIsSentAgainNamesWhoeverIsDrawnAndIdsThatNobodyHasYet() {
        String seen = "0199b0d8-0000-7000-8000-000000000001";
        String fresh = "0199b0d8-0000-7000-8000-000000000002";
        SentSql.Statement sent = new SentSql.Statement(
                "select $1, $2, $3, $4, $5", Arrays.asList(seen, fresh, "{" + seen + "}", null, "at 12:30 it's\\"));
        String filled = new Replay("n")
                .replacing(seen, "who")
                .filled(sent, List.of("uuid", "uuid", "uuid[]", "bigint", "text"));
        assertThat(filled)
                .isEqualTo("select :who::uuid,"
                        + " (E'' || md5(E'" + fresh + "' || :n)::uuid::text || E'')::uuid,"
                        + " (E'{' || :who::text || E'}')::uuid[], null::bigint,"
                        + " (E'at 12\\u003a30 it''s\\\\')::text");
    }
}
