package org.linli.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A database for one start of the application, owned by a role that may do nothing else: what a service can only do as
 * a superuser must fail here and not in production.
 */
final class OwnDatabase {

    private final PostgresAddress server;
    private final String name;
    private final String password;

    private OwnDatabase(PostgresAddress server, String name, String password) {
        this.server = server;
        this.name = name;
        this.password = password;
    }

    /**
     * Creates role and database of the same name.
     *
     * @param name lower-case letters, digits and underscores
     */
    static OwnDatabase create(PostgresAddress server, String name) {
        if (!name.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        OwnDatabase database = new OwnDatabase(server, name, UUID.randomUUID().toString());
        database.run("create role " + name + " login password '" + database.password + "'");
        // UTF-8 and code point order whatever locale this machine has, as ./linli up and the containers do
        database.run("create database " + name + " owner " + name + " template template0 encoding 'UTF8'"
                + " locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'");
        return database;
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    Database access() {
        return new Database(server, name);
    }

    /** Ends its connections and forgets it. */
    void drop() {
        run("drop database if exists " + name + " with (force)");
        run("drop role if exists " + name);
    }

    private void run(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException("The database for the test: " + refused.getMessage(), refused);
        }
    }
}
