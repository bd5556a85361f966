package org.linli.kit.person;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one table holds of people, in one role: a table may stand in the catalogue twice, if it holds data of two
 * people.
 *
 * @param name of the table
 * @param about what it is, for people
 * @param key a column by which one row is found; {@code id} unless said
 * @param mine condition of SQL for the rows of one person, with {@code :volunteer}, {@code :account}, {@code
 *     :recipient}; null if none is a person's
 * @param fate what erasure does with those rows
 * @param exported whether those rows belong to the export of one's own data
 * @param sealed columns that {@link org.linli.kit.crypto.FieldCipher} encrypted
 * @param fingerprints keyed fingerprints of such values
 * @param texts personal in clear, or written by people
 * @param accounts columns that hold a sign-in
 * @param accountLists array columns of sign-ins
 * @param plain every other column: codes, ids of things, states
 * @param alsoErased statements of SQL that erasure runs beside
 * @param retentions what is not kept for ever
 */
record PersonalTable(
        String name,
        String about,
        String key,
        String mine,
        Fate fate,
        boolean exported,
        List<Sealed> sealed,
        List<String> fingerprints,
        List<Text> texts,
        List<String> accounts,
        List<AccountList> accountLists,
        List<String> plain,
        List<String> alsoErased,
        List<Retention> retentions) {
    PersonalTable {
        sealed = List.copyOf(sealed);
        fingerprints = List.copyOf(fingerprints);
        texts = List.copyOf(texts);
        accounts = List.copyOf(accounts);
        accountLists = List.copyOf(accountLists);
        plain = List.copyOf(plain);
        alsoErased = List.copyOf(alsoErased);
        retentions = List.copyOf(retentions);
    }

    /** What erasure does with the rows of a person. */
    enum Fate {
        /** They go. */
        ROWS,
        /** They stay for what was counted; what is personal in them goes. */
        COLUMNS,
        /** They stay as they are: they say nothing about a person whom nobody knows any more, or the law wants them. */
        NOTHING
    }

    /**
     * An encrypted column.
     *
     * @param column its name
     * @param field as what it was encrypted; mostly the same
     * @param row column with the id of the row it was encrypted for; mostly the key
     */
    record Sealed(String column, String field, String row) {}

    /**
     * A text.
     *
     * @param empty whether it may not be null, so that an erased one is empty
     */
    record Text(String column, boolean empty) {}

    /**
     * An array of sign-ins.
     *
     * @param type of its elements: uuid or text
     */
    record AccountList(String column, String type) {}

    /**
     * A period after which something goes.
     *
     * @param name of the key of configuration behind {@code linli.retention.}
     * @param days unless configured
     * @param over condition of SQL for what is to go, with the moment {@code :before}
     * @param blanked whether the sealed columns and texts go and the row stays
     */
    record Retention(String name, int days, String over, boolean blanked) {}

    /** Every column it speaks of. */
    Stream<String> columns() {
        return Stream.of(
                        sealed.stream().map(Sealed::column),
                        fingerprints.stream(),
                        texts.stream().map(Text::column),
                        accounts.stream(),
                        accountLists.stream().map(AccountList::column),
                        plain.stream())
                .flatMap(names -> names);
    }
}
