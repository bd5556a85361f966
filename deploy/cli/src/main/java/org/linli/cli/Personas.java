package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The people of the demo and how they sign in: a real OAuth request to the local sign-in, a token for one hour. */
public final class Personas {
    private static final List<String> NAMES = Stream.concat(
                    Stream.of("operator", "district", "station", "leader", "resident"),
                    IntStream.rangeClosed(1, 9).mapToObj(number -> "volunteer-" + number))
            .toList();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final String issuer;
    private final UnaryOperator<String> tokens;

    /** People who sign in at the local sign-in, which takes everybody at their word. */
    public Personas(String issuer) {
        this.issuer = issuer;
        this.tokens = this::localToken;
    }

    /** People whose tokens are given out by something else, by subject. */
    Personas(String issuer, UnaryOperator<String> tokens) {
        this.issuer = issuer;
        this.tokens = tokens;
    }

    /** Who signs. */
    public String issuer() {
        return issuer;
    }

    public static List<String> names() {
        return NAMES;
    }

    /** Who a persona is at the sign-in; a sentence with exit code 2 if there is none of that name. */
    public static String subject(String persona) {
        if (!NAMES.contains(persona)) {
            throw new Refusal("There is no persona \"" + persona + "\"; choose one of " + namesInShort() + ".", 2);
        }
        return "demo-" + persona;
    }

    static String namesInShort() {
        return "operator, district, station, leader, volunteer-1 … volunteer-9, resident";
    }

    /** A bearer token for a persona. */
    public String token(String persona) {
        return tokenForSubject(subject(persona));
    }

    /** A bearer token for whoever has that subject (in Keycloak: that client); stories invent people of their own. */
    public String tokenForSubject(String subject) {
        return tokens.apply(subject);
    }

    private String localToken(String subject) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(PATIENCE)
                .header("Authorization", basic(subject))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=linli"))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode token = JSON.readTree(answer.body()).path("access_token");
            if (answer.statusCode() != 200 || token.isMissingNode()) {
                throw new Refusal("The sign-in at " + issuer + " gave no token: " + answer.body());
            }
            return token.asText();
        } catch (IOException silent) {
            throw new Refusal("The sign-in at " + issuer + " does not answer; ./linli up starts it.", 3);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    /** The sign-in asks for no password: it listens on 127.0.0.1 only. */
    private static String basic(String subject) {
        String user = URLEncoder.encode(subject, StandardCharsets.UTF_8) + ":local";
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}
