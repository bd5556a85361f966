package org.linli.kit.person;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.kit.person.PersonalTable.AccountList;
import org.linli.kit.person.PersonalTable.Fate;

/**
 * What erasure says to the database about one table. A sign-in is replaced by the id of the volunteer wherever it
 * stands: that several things were done by the same person stays true, and nothing leads to the sign-in any more.
 */
final class ErasureStatements {
    private ErasureStatements() {}

    static List<String> of(PersonalTable table) {
        List<String> statements = new ArrayList<>();
        if (table.fate() == Fate.ROWS) {
            statements.add("delete from %s where %s".formatted(table.name(), table.mine()));
        }
        if (table.fate() == Fate.COLUMNS) {
            statements.add("update %s set %s where %s".formatted(table.name(), blanks(table), table.mine()));
        }
        if (!table.accounts().isEmpty()) {
            statements.add("update %s set %s where :account in (%s)"
                    .formatted(table.name(), renamed(table), String.join(", ", table.accounts())));
        }
        table.accountLists().stream().map(list -> left(table, list)).forEach(statements::add);
        statements.addAll(table.alsoErased());
        return statements;
    }

    /** An encrypted column that reads as nothing, and a text that is not there. */
    static String blanks(PersonalTable table) {
        return Stream.of(
                        table.sealed().stream().map(one -> one.column() + " = ''"),
                        table.fingerprints().stream().map(column -> column + " = ''"),
                        table.texts().stream().map(text -> text.column() + (text.empty() ? " = ''" : " = null")))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
    }

    private static String renamed(PersonalTable table) {
        return table.accounts().stream()
                .map(column -> "%1$s = case when %1$s = :account then :volunteer else %1$s end".formatted(column))
                .collect(Collectors.joining(", "));
    }

    private static String left(PersonalTable table, AccountList list) {
        return ("update %1$s set %2$s = array_remove(%2$s, cast(:account as %3$s))"
                        + " where cast(:account as %3$s) = any(%2$s)")
                .formatted(table.name(), list.column(), list.type());
    }
}
