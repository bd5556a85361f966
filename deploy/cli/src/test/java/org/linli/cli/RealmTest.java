package org.linli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final Path KEYCLOAK =
            Path.of(System.getProperty("linli.root", "../..")).resolve("deploy/keycloak");
    private static final List<String> MAY_DIFFER = List.of("clients", "users");

    private final ObjectNode realm = read("linli-realm.json");
    private final ObjectNode demo = read("demo/linli-realm.json");

    @Test
    void the_realm_of_the_demo_is_the_realm_with_people_and_clients_more() {
        assertThat(demo.deepCopy().remove(MAY_DIFFER))
                .isEqualTo(realm.deepCopy().remove(MAY_DIFFER));
        assertThat(demo.path("clients").get(0)).isEqualTo(realm.path("clients").get(0));
        assertThat(demo.path("users").get(0).path("id"))
                .isEqualTo(realm.path("users").get(0).path("id"));
    }

    @Test
    void nobody_of_the_demo_is_in_the_realm_itself() {
        assertThat(names(realm, "clients", "clientId")).containsExactly("linli-gateway");
        assertThat(names(realm, "users", "username")).containsExactly("operator");
    }

    @Test
    void the_first_operator_of_the_containers_is_the_operator_of_the_realm() throws IOException {
        String operator = realm.path("users").get(0).path("id").asText();

        assertThat(Files.readString(KEYCLOAK.resolve("../../docker-compose.yml")))
                .contains("LINLI_BOOTSTRAP_SUBJECT: ${LINLI_BOOTSTRAP_SUBJECT:-" + operator + "}");
    }

    @Test
    void each_persona_has_a_client_that_speaks_for_the_person_of_that_name() {
        for (String persona : Personas.names()) {
            JsonNode who = named(demo, "clients", "clientId", Personas.subject(persona))
                    .path("protocolMappers")
                    .get(1)
                    .path("config");

            assertThat(who.path("claim.name").asText()).isEqualTo("sub");
            assertThat(who.path("claim.value"))
                    .isEqualTo(named(demo, "users", "username", persona).path("id"));
        }
    }

    @Test
    void no_secret_stands_in_a_realm_and_no_client_of_ours_tells_more_than_who() {
        for (ObjectNode file : List.of(realm, demo)) {
            file.findValuesAsText("secret").forEach(secret -> assertThat(secret).matches("\\$\\{LINLI_[A-Z_]+}"));
            file.findValues("credentials")
                    .forEach(
                            all -> assertThat(all.get(0).path("value").asText()).matches("\\$\\{LINLI_[A-Z_]+}"));
            for (JsonNode client : file.path("clients")) {
                assertThat(client.path("publicClient").asBoolean(true)).isFalse();
                assertThat(client.path("directAccessGrantsEnabled").asBoolean(true))
                        .isFalse();
                assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
                client.path("defaultClientScopes")
                        .forEach(scope -> assertThat(scope.asText()).isEqualTo("basic"));
                assertThat(client.path("optionalClientScopes")).isEmpty();
            }
        }
    }

    private static List<String> names(ObjectNode file, String collection, String key) {
        return StreamSupport.stream(file.path(collection).spliterator(), false)
                .map(one -> one.path(key).asText())
                .toList();
    }

    private static JsonNode named(ObjectNode file, String collection, String key, String name) {
        return StreamSupport.stream(file.path(collection).spliterator(), false)
                .filter(one -> one.path(key).asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode read(String name) {
        try {
            return (ObjectNode) new JsonMapper().readTree(Files.readString(KEYCLOAK.resolve(name)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
