package org.linli.kit.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of personal data of this service: the kit's own tables, then those of the service. */
@ApplicationScoped
public class PersonalData {
    private static final List<String> FILES = List.of("kit-personal-data.conf", "personal-data.conf");

    private final List<PersonalTable> tables = read();

    /** What is held, table by table. */
    List<PersonalTable> tables() {
        return tables;
    }

    /** The names of all tables in it. */
    public List<String> names() {
        return tables.stream().map(PersonalTable::name).distinct().toList();
    }

    /** The tables that hold something by which a person is known. */
    public List<String> personal() {
        return tables.stream()
                .filter(table -> !table.sealed().isEmpty()
                        || !table.texts().isEmpty()
                        || !table.fingerprints().isEmpty())
                .map(PersonalTable::name)
                .distinct()
                .toList();
    }

    /** Every column that it speaks of, as {@code table.column}. */
    public List<String> columns() {
        return tables.stream()
                .flatMap(table -> table.columns().map(column -> table.name() + "." + column))
                .toList();
    }

    /**
     * Columns of a table that are not shown to the person whose rows this entry describes: fingerprints, who else has a
     * part in the row, and what another entry of the same table says is another person's.
     */
    Set<String> hidden(PersonalTable entry) {
        Set<String> hidden = tables.stream()
                .filter(table -> table.name().equals(entry.name()))
                .flatMap(PersonalTable::columns)
                .collect(Collectors.toSet());
        entry.columns().forEach(hidden::remove);
        hidden.addAll(entry.fingerprints());
        entry.accountLists().forEach(list -> hidden.add(list.column()));
        return hidden;
    }

    /** The encrypted columns, each once. */
    List<SealedColumn> sealed() {
        return tables.stream()
                .flatMap(table -> table.sealed().stream()
                        .map(one -> new SealedColumn(table.name(), one.column(), table.key(), one.row(), one.field())))
                .distinct()
                .toList();
    }

    /** The encrypted columns, as {@code table.column}. */
    public List<String> sealedColumns() {
        return columns(table -> table.sealed().stream().map(PersonalTable.Sealed::column));
    }

    /** The columns of a sign-in, as {@code table.column}. */
    public List<String> accountColumns() {
        return columns(table -> Stream.concat(
                table.accounts().stream(), table.accountLists().stream().map(PersonalTable.AccountList::column)));
    }

    /** The names of all periods of retention. */
    public List<String> retentions() {
        return tables.stream()
                .flatMap(table -> table.retentions().stream())
                .map(PersonalTable.Retention::name)
                .toList();
    }

    private List<String> columns(Function<PersonalTable, Stream<String>> which) {
        return tables.stream()
                .flatMap(table -> which.apply(table).map(column -> table.name() + "." + column))
                .distinct()
                .toList();
    }

    private static List<PersonalTable> read() {
        List<PersonalTable> found = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream stream =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
                if (stream != null) {
                    found.addAll(CatalogueFile.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException("the catalogue " + file + " does not read", broken);
            }
        }
        return List.copyOf(found);
    }
}
