package org.linli.kit.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.kit.crypto.FieldCipher;

/** Reads the rows of one table that are one person's, in clear. */
@ApplicationScoped
class OwnRows {
    private static final String ROWS =
            "select cast(coalesce(jsonb_agg(to_jsonb(own)), '[]') as text) from (select * from %s where %s) own";
    private static final TypeReference<List<LinkedHashMap<String, Object>>> LIST = new TypeReference<>() {};

    private final FieldCipher cipher;
    private final ObjectMapper json;

    @Inject
    OwnRows(FieldCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    /**
     * In the current Hibernate session.
     *
     * @param hidden columns that are not the person's
     */
    Uni<List<Map<String, Object>>> of(PersonalTable table, Set<String> hidden, Person person) {
        String statement = PersonQuery.typed(ROWS.formatted(table.name(), table.mine()));
        return Panache.getSession()
                .chain(session -> PersonQuery.bind(
                                session.createNativeQuery(statement, String.class), statement, person)
                        .getSingleResult())
                .map(text -> read(text).stream()
                        .map(row -> open(table, hidden, row, person))
                        .toList());
    }

    private List<LinkedHashMap<String, Object>> read(String text) {
        try {
            return json.readValue(text, LIST);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL writes JSON");
        }
    }

    private Map<String, Object> open(PersonalTable table, Set<String> hidden, Map<String, Object> row, Person person) {
        Map<String, Object> shown = new LinkedHashMap<>(row);
        for (PersonalTable.Sealed sealed : table.sealed()) {
            shown.put(
                    sealed.column(),
                    cipher.decrypt(
                            bytes(row.get(sealed.column())), table.name(), row.get(sealed.row()), sealed.field()));
        }
        // who else did something is not told: a person's own sign-in only
        table.accounts()
                .forEach(column -> shown.computeIfPresent(
                        column, (name, value) -> value.equals(person.account().toString()) ? value : null));
        shown.keySet().removeAll(hidden);
        shown.values().removeIf(value -> value == null);
        return shown;
    }

    private static byte[] bytes(Object hex) {
        return hex == null ? null : HexFormat.of().parseHex(((String) hex).substring(2));
    }
}
