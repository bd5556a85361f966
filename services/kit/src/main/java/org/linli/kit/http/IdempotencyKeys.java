package org.linli.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;

/** Reads the idempotency key of the call under way. */
@ApplicationScoped
class IdempotencyKeys {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final CurrentVertxRequest current;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    @Inject
    IdempotencyKeys(CurrentVertxRequest current, CurrentCaller caller, ObjectMapper json) {
        this.current = current;
        this.caller = caller;
        this.json = json;
    }

    /** A key with its scope (caller and operation), the hash of what was sent and what the caller may do now. */
    record Key(UUID accountId, String operation, String value, byte[] bodyHash, HeldRights rights) {
        /** A number for an advisory lock: calls with the same key get the same. */
        long lock() {
            return ((long) (accountId + operation).hashCode() << 32) ^ value.hashCode();
        }
    }

    /** The header was there but is not a key. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The key; empty if the caller sent none. */
    Optional<Key> read(Object[] body) {
        RoutingContext context = current.getCurrent();
        String value = context.request().getHeader(HEADER);
        if (value == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(value).matches()) {
            throw new Malformed();
        }
        String operation = context.request().method() + " " + context.normalizedPath();
        Caller now = caller.get();
        return Optional.of(new Key(now.accountId(), operation, value, hash(body), HeldRights.of(now)));
    }

    private byte[] hash(Object[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Object part : body) {
                sha.update(
                        part instanceof String text
                                ? text.getBytes(StandardCharsets.UTF_8)
                                : json.writeValueAsBytes(part));
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException("what was read from JSON can be written as JSON", impossible);
        }
    }
}
