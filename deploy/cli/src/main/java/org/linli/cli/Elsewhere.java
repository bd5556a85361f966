package org.linli.cli;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A demo that this command line did not start: its gateway, and what the demo of the containers handed over (who signs,
 * the secret of its clients, the broker whose topic moves the clock, the database server that a reconciliation reads).
 *
 * @param gateway the address of its gateway
 * @param issuer who signs its tokens
 * @param secret of its demo clients
 * @param kafka its broker, as it is reached from here
 * @param postgresPort where its database server listens on 127.0.0.1
 * @param postgresPassword of the role {@code postgres}
 */
public record Elsewhere(
        URI gateway, String issuer, String secret, String kafka, int postgresPort, String postgresPassword) {
    /** In the home of the data, as the override of the demo writes it. */
    private static final String HANDED_OVER = "containers/demo.properties";

    /** The demo at that gateway, with what it handed over into the home. */
    static Elsewhere at(URI gateway, Path home) {
        Path file = home.resolve(HANDED_OVER);
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            told.load(reader);
        } catch (IOException unreadable) {
            throw new Refusal(
                    "What the demo at " + gateway + " hands over cannot be read from " + file
                            + "; start it with -f docker-compose.yml -f deploy/docker-compose.demo.yml.",
                    3);
        }
        return new Elsewhere(
                gateway,
                required(told, "issuer", file),
                required(told, "secret", file),
                required(told, "kafka", file),
                Integer.parseInt(required(told, "postgres.port", file)),
                required(told, "postgres.password", file));
    }

    private static String required(Properties told, String key, Path file) {
        String value = told.getProperty(key, "");
        if (value.isBlank()) {
            throw new Refusal("There is no \"" + key + "\" in " + file + ".", 3);
        }
        return value;
    }
}
