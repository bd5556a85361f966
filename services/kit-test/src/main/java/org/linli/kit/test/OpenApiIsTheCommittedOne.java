package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The OpenAPI of a service is a contract: a change to it is seen in review, as a change of
 * {@code contracts/openapi/<service>.yaml}. Subclasses carry {@code @QuarkusTest} and
 * {@code @WithTestResource(LinliTestResource.class)}.
 */
public abstract class OpenApiIsTheCommittedOne {

    /** Set to {@code true} to write the file instead of comparing with it. */
    static final String UPDATE = "linli.contracts.update";

    /** The issuer of a city on one machine, as in the README. */
    private static final String LOCAL_ISSUER = "http://127.0.0.1:8085/linli";

    private final Api api = new Api();

    /** Filled by {@link LinliTestResource}. */
    protected Surroundings surroundings;

    @Test
    @DisplayName("The OpenAPI is the committed one")
    public void theOpenApiIsTheCommittedOne() throws IOException {
        Path committed = committed();
        String now = withoutAddresses(api.get("/q/openapi").text());
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, now, StandardCharsets.UTF_8);
        }
        assertThat(committed)
                .as("No OpenAPI is committed yet. Write it with -D" + UPDATE + "=true and commit " + committed)
                .exists();
        assertThat(now)
                .as("The OpenAPI differs from " + committed + ". If you mean it, run this test with -D" + UPDATE
                        + "=true and commit the file; a client may depend on what disappears.")
                .isEqualTo(Files.readString(committed, StandardCharsets.UTF_8));
    }

    /** Where the contract stands. */
    protected Path committed() {
        return Repository.root().resolve("contracts/openapi").resolve(surroundings.service() + ".yaml");
    }

    /** Where this run listens and whom it trusts is no part of the contract. */
    private String withoutAddresses(String yaml) {
        return yaml.replace(surroundings.issuer().url(), LOCAL_ISSUER).replaceAll("(?m)^servers:\\R(?:[- ].*\\R)+", "");
    }
}
