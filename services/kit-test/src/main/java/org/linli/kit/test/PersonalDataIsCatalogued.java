package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.crypto.FieldKeys;
import org.linli.kit.person.PersonalData;

/**
 * Product R04: the catalogue of personal data is whole. Export, erasure, new keys and retention all read it, so that a
 * column that is not in it would be forgotten by each of them. Subclasses carry {@code @QuarkusTest} and
 * {@code @WithTestResource(LinliTestResource.class)}.
 */
public abstract class PersonalDataIsCatalogued {
    private static final String COLUMNS = """
            select c.table_name || '.' || c.column_name as name
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'flyway%'
                and c.data_type in ('text', 'character varying', 'bytea', 'json', 'jsonb', 'ARRAY', 'uuid',
                    'double precision')
            """;
    private static final String ALL = """
            select table_name || '.' || column_name as name from information_schema.columns
            where table_schema = 'public'
            """;
    private static final String BYTES = """
            select c.table_name, c.column_name
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'bytea'
            """;

    /** Columns that are called like a sign-in and are none, or must name it (who did what, who may do what). */
    private static final Set<String> NO_SIGN_IN =
            Set.of("audit.account_id", "lot.account_id", "expiry_warning.account_id");

    /** Filled by {@link LinliTestResource}. */
    protected Surroundings surroundings;

    @Inject
    PersonalData data;

    @Inject
    FieldKeys keys;

    @Test
    @DisplayName("Every column that may hold something of a person is in the catalogue")
    public void everyColumnIsInTheCatalogue() {
        Set<String> missing = new TreeSet<>(names(COLUMNS));
        missing.removeAll(data.columns());
        assertThat(missing)
                .as("say in personal-data.conf what these hold, and in docs/personal-data.md if it is personal")
                .isEmpty();
    }

    @Test
    @DisplayName("The catalogue speaks of nothing that is not there")
    public void theCatalogueSpeaksOfNothingElse() {
        Set<String> unknown = new TreeSet<>(data.columns());
        unknown.removeAll(names(ALL));
        assertThat(unknown).isEmpty();
    }

    @Test
    @DisplayName("Every column that is called like a sign-in is said to be one")
    public void everySignInIsSaidToBeOne() {
        Set<String> accounts = names(ALL).stream()
                .filter(name -> name.matches(".*(account_id|account|_by|guardians|guardian_accounts)"))
                .filter(name -> names(COLUMNS).contains(name))
                .filter(name -> !name.matches(".*\\.(in_by|out_by)"))
                .collect(Collectors.toCollection(TreeSet::new));
        accounts.removeAll(data.accountColumns());
        accounts.removeAll(NO_SIGN_IN);
        assertThat(accounts).isEmpty();
    }

    @Test
    @DisplayName("Whatever is encrypted with a field key is said to be")
    public void whateverIsEncryptedIsSaidToBe() {
        List<String> prefixes = keys.all().stream().map(key -> "01" + key.id()).toList();
        Set<String> encrypted = surroundings.database().query(BYTES).stream()
                .filter(column -> surroundings
                                .database()
                                .count("select count(*) from (select 1 from " + column.get("table_name")
                                        + " where encode(substring(" + column.get("column_name")
                                        + " from 1 for 5), 'hex') in ('" + String.join("', '", prefixes)
                                        + "') limit 1) one")
                        > 0)
                .map(column -> column.get("table_name") + "." + column.get("column_name"))
                .collect(Collectors.toCollection(TreeSet::new));
        encrypted.removeAll(data.sealedColumns());
        assertThat(encrypted).isEmpty();
    }

    @Test
    @DisplayName("docs/personal-data.md speaks of every table with personal data and of every period")
    public void theDocumentSpeaksOfAll() throws IOException {
        String document = Files.readString(Repository.root().resolve("docs/personal-data.md"));
        assertThat(data.personal()).allSatisfy(table -> assertThat(document).contains("`" + table + "`"));
        assertThat(data.retentions()).allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    private Set<String> names(String query) {
        return surroundings.database().query(query).stream()
                .map(row -> (String) row.get("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
