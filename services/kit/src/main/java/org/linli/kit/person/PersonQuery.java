package org.linli.kit.person;

import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts a person into a statement of the catalogue. */
final class PersonQuery {
    private PersonQuery() {}

    /** A statement of the catalogue with its parameters typed, so that each may also be cast to a text. */
    static String typed(String statement) {
        return statement.replaceAll(":(volunteer|account|recipient)\\b", "cast(:$1 as uuid)");
    }

    static <Q extends Mutiny.AbstractQuery> Q bind(Q query, String statement, Person person) {
        bind(query, statement, "volunteer", person.volunteer());
        bind(query, statement, "account", person.account());
        bind(query, statement, "recipient", person.recipient());
        return query;
    }

    private static void bind(Mutiny.AbstractQuery query, String statement, String name, UUID value) {
        if (statement.contains(":" + name)) {
            query.setParameter(name, value);
        }
    }
}
