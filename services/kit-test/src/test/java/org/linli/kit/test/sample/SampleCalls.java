package org.linli.kit.test.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.AccountId;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** Calls of the sample service that succeed. */
final class SampleCalls {

    private SampleCalls() {}

    static Map<String, Supplier<Sample>> with(Surroundings surroundings) {
        Map<String, Supplier<Sample>> calls = new HashMap<>(Map.of(
                "POST /api/v1/notes", () -> note(surroundings),
                "GET /api/v1/notes/{id}", () -> reading(surroundings)));
        calls.putAll(new DeadLetterSamples(surroundings, "kit-test", () -> Operators.token(surroundings)).all());
        return calls;
    }

    private static Sample note(Surroundings surroundings) {
        return Sample.of(
                "/api/v1/notes",
                Map.of("title", "note " + UUID.randomUUID(), "division", "530103005005", "minutes", 30),
                surroundings.issuer().tokenFor(Surroundings.anyone()));
    }

    private static Sample reading(Surroundings surroundings) {
        String subject = Surroundings.anyone();
        UUID id = UUID.randomUUID();
        UUID account = AccountId.of(surroundings.issuer().url(), subject);
        surroundings.database().execute("insert into note values (?, 'a note', '530103005005', 5, ?)", id, account);
        return Sample.of("/api/v1/notes/" + id, surroundings.issuer().tokenFor(subject));
    }
}
