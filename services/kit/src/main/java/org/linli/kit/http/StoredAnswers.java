package org.linli.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.linli.kit.crypto.FieldCipher;

/** How a first answer is kept in the table {@code idempotency}, and given again. */
@ApplicationScoped
class StoredAnswers {
    /** Tells the caller that nothing happened now: this is the first answer once more. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private static final String TABLE = "idempotency";
    private static final String COLUMN = "body";

    private final Problems problems;
    private final ObjectMapper json;
    private final FieldCipher cipher;

    @Inject
    StoredAnswers(Problems problems, ObjectMapper json, FieldCipher cipher) {
        this.problems = problems;
        this.json = json;
        this.cipher = cipher;
    }

    /**
     * An answer as it is kept.
     *
     * @param bodyHash of what was sent
     * @param rights what the caller might do then; null if that was not yet written down
     * @param headers as a JSON object
     * @param body encrypted, in base 64; null if there is none
     */
    record Stored(byte[] bodyHash, String rights, int status, String headers, String body) {}

    /**
     * The first answer again. Refused if the same key came with another body, and if the caller has lost a right since:
     * what was done stays done, but nobody learns from its answer what they may no longer see.
     */
    Response replay(IdempotencyKeys.Key key, Stored stored) {
        if (!Arrays.equals(key.bodyHash(), stored.bodyHash())) {
            return problems.of(KitRefusal.IDEMPOTENCY_KEY_REUSED, IdempotencyKeys.HEADER, null);
        }
        if (stored.rights() == null || !key.rights().include(HeldRights.read(stored.rights()))) {
            return problems.of(KitRefusal.ANSWER_WITHHELD);
        }
        Response.ResponseBuilder answer = Response.status(stored.status()).header(REPLAYED, "true");
        new JsonObject(stored.headers()).forEach(header -> answer.header(header.getKey(), header.getValue()));
        if (stored.body() != null) {
            String first = cipher.decrypt(Base64.getDecoder().decode(stored.body()), TABLE, key.value(), COLUMN);
            answer.type(MediaType.APPLICATION_JSON).entity(first);
        }
        return answer.build();
    }

    /** The headers worth keeping, as a JSON object. */
    String headers(Response answer) {
        JsonObject kept = new JsonObject();
        for (String name : KEPT_HEADERS) {
            if (answer.getHeaderString(name) != null) {
                kept.put(name, answer.getHeaderString(name));
            }
        }
        return kept.encode();
    }

    /** The body as JSON, encrypted since an answer may hold personal data, in base 64; null if there is none. */
    String body(IdempotencyKeys.Key key, Response answer) {
        try {
            return answer.hasEntity()
                    ? Base64.getEncoder()
                            .encodeToString(cipher.encrypt(
                                    json.writeValueAsString(answer.getEntity()), TABLE, key.value(), COLUMN))
                    : null;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an answer must be writable as JSON", broken);
        }
    }
}
