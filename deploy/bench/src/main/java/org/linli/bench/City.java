package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The running city that is measured.
 *
 * @param home its directory, with its secrets and its state
 * @param port of its gateway; the others follow
 * @param log its Kafka
 */
record City(Path home, int port, EventLog log) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMINISTRATOR = "postgres";

    static City at(Path home, int port) {
        return new City(home, port, new EventLog("127.0.0.1:" + (port + 6)));
    }

    int pointsPort() {
        return port + 3;
    }

    /** A service past the gateway: what it takes, without what the gateway adds. */
    URI service(int number) {
        return URI.create("http://127.0.0.1:" + (port + number));
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String issuer() {
        return "http://127.0.0.1:" + (port + 5) + "/linli";
    }

    String kafka() {
        return "127.0.0.1:" + (port + 6);
    }

    int postgresPort() {
        return port + 8;
    }

    String postgresPassword() {
        return read(home.resolve("secrets").resolve(ADMINISTRATOR));
    }

    String postgresRole() {
        return ADMINISTRATOR;
    }

    /** Where PostgreSQL writes. */
    Path postgresData() {
        return home.resolve("postgres");
    }

    /** A connection to one of its databases, as the role that may do everything. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/" + database, ADMINISTRATOR, postgresPassword());
    }

    /** Runs statements in one of its databases. */
    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The one number a query answers. */
    long number(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Makes an empty database for measurements, in the place of an older one. */
    void freshDatabase(String name) throws SQLException {
        execute(ADMINISTRATOR, "drop database if exists " + name + " with (force)", "create database " + name);
    }

    /** The process of a part, from the page that its supervisor keeps. */
    ProcessHandle process(String part) {
        for (JsonNode one : parts()) {
            if (one.path("name").asText().equals(part)) {
                return ProcessHandle.of(one.path("process").path("pid").asLong())
                        .orElseThrow(() -> new IllegalStateException(part + " does not run"));
            }
        }
        throw new IllegalStateException("there is no " + part);
    }

    /** What its supervisor says of each of its parts. */
    JsonNode parts() {
        try {
            return JSON.readTree(home.resolve("run/state.json").toFile()).path("parts");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
