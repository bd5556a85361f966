package org.linli.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tokens of the demo realm of Keycloak: each persona has a confidential client that speaks for it. Whoever a story
 * invents gets a client when first asked for, made by the one client of the demo that may do so.
 */
final class DemoClients implements UnaryOperator<String> {
    private static final String MAKER = "linli-demo";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BROKEN = 500;
    private static final int NO_ANSWER = 3;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final String issuer;
    private final String secret;

    DemoClients(String issuer, String secret) {
        this.issuer = issuer;
        this.secret = secret;
    }

    /** A token for the client of that name, which is made if there is none. */
    @Override
    public String apply(String client) {
        HttpResponse<String> answer = ask(client);
        if (answer.statusCode() == 401) {
            make(client);
            answer = ask(client);
        }
        return tokenIn(answer);
    }

    private HttpResponse<String> ask(String client) {
        String user = URLEncoder.encode(client, StandardCharsets.UTF_8) + ":" + secret;
        return send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private void make(String client) {
        URI clients = URI.create(issuer.replace("/realms/", "/admin/realms/") + "/clients");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(clients)
                .header("Authorization", "Bearer " + tokenIn(ask(MAKER)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(description(client))));
        isAnswer(answer);
        // 409: somebody else has just made it
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new Refusal(
                    "The sign-in at " + issuer + " made no client: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Identity only: no roles, no names; for Linli alone; an hour, as the tokens of ./linli up. */
    private String description(String client) {
        Map<String, Object> audience = Map.of(
                "name",
                "audience",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                Map.of("included.custom.audience", "linli", "access.token.claim", "true"));
        Map<String, Object> description = Map.of(
                "clientId",
                client,
                "secret",
                secret,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "fullScopeAllowed",
                false,
                "attributes",
                Map.of("access.token.lifespan", "3600"),
                "defaultClientScopes",
                List.of("basic"),
                "optionalClientScopes",
                List.of(),
                "protocolMappers",
                List.of(audience));
        try {
            return JSON.writeValueAsString(description);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With its database away Keycloak breaks off with 500 unknown_error: whoever is patient may ask again. */
    private void isAnswer(HttpResponse<String> answer) {
        if (answer.statusCode() >= BROKEN) {
            throw new Refusal(
                    "The sign-in at " + issuer + " broke off: " + answer.statusCode() + " " + answer.body(), NO_ANSWER);
        }
    }

    private String tokenIn(HttpResponse<String> answer) {
        isAnswer(answer);
        try {
            JsonNode token = JSON.readTree(answer.body()).path("access_token");
            if (answer.statusCode() == 200 && !token.isMissingNode()) {
                return token.asText();
            }
        } catch (JsonProcessingException notJson) {
            // told below, as it came
        }
        throw new Refusal("The sign-in at " + issuer + " gave no token: " + answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException silent) {
            throw new Refusal("The sign-in at " + issuer + " does not answer.", NO_ANSWER);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }
}
