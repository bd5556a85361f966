package org.linli.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may never be in an answer, whatever was asked. */
final class Judge {
    /** How the inside is made: a line of a stack trace, a class, the database's own words. */
    private static final Pattern INSIDE = Pattern.compile("\\bat [\\w.$]+\\([\\w$]+\\.java|\\w(Exception|Error)\\b\\s*:"
            + "|\\b(org\\.(linli|hibernate|postgresql|jboss)|io\\.(quarkus|vertx|smallrye)|java\\.(lang|util|time)"
            + "|com\\.fasterxml)\\.|SQLSTATE|\\brelation \"|\\bduplicate key\\b");

    /** The server's own, for a line or headers too long to be read: there is no request yet that could be answered. */
    private static final Set<Integer> BEFORE_THE_REQUEST = Set.of(414, 431);

    private static final int OVERLOADED = 503;
    private static final int TOO_MANY = 429;

    private Judge() {}

    /** Whether the city asked to come back later, as it may. */
    static boolean isLater(int status, boolean saysWhen) {
        return status == TOO_MANY || status == OVERLOADED && saysWhen;
    }

    /** What is wrong with an answer; empty if nothing is. */
    static Optional<String> faultOf(int status, String contentType, String text, JsonNode json) {
        if (status >= 500) {
            return Optional.of("answered " + status);
        }
        if (status < 400 || BEFORE_THE_REQUEST.contains(status) && text.isEmpty()) {
            return Optional.empty();
        }
        if (!contentType.startsWith("application/problem+json")) {
            return Optional.of("refused with " + contentType + " instead of a problem");
        }
        if (json.path("status").asInt() != status || json.path("code").asText().isBlank()) {
            return Optional.of("refused without its status or code");
        }
        return INSIDE.matcher(text).find() ? Optional.of("told how the inside is made") : Optional.empty();
    }
}
