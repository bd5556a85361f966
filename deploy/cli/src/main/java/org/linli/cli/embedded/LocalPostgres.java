package org.linli.cli.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A PostgreSQL server on 127.0.0.1 whose data survive everything: fsync and synchronous commit are on, every connection
 * needs a password, nobody reaches it from outside.
 *
 * @param programs where its programs are unpacked to, once
 * @param data its data directory, made at the first start
 * @param password of the role {@code postgres}
 */
public record LocalPostgres(Path programs, Path data, int port, String password) {
    /** The role that may do everything. */
    public static final String ROLE = "postgres";

    private static final int CONNECT_SECONDS = 3;

    /** Starts the server in a child process that writes to the log. Makes the data directory if there is none. */
    public Process start(File log) throws IOException {
        PostgresPrograms unpacked = PostgresPrograms.in(programs);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(unpacked, log);
        }
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        for (String setting : settings()) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return spawn(unpacked.command("postgres", arguments), log);
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                // No socket in /tmp: the password is the only way in.
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=200",
                "timezone=UTC",
                "log_timezone=UTC");
    }

    /** Into a neighbour first, then renamed: a first start that is cut off leaves no half of a data directory. */
    private void initialise(PostgresPrograms unpacked, File log) throws IOException {
        Path parent = data.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "initdb");
        Path secret = Files.createTempFile(parent, "initdb", ".secret");
        try {
            Files.writeString(secret, password);
            List<String> arguments = List.of(
                    "--pgdata=" + fresh,
                    "--username=" + ROLE,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            int exit = spawn(unpacked.command("initdb", arguments), log).waitFor();
            if (exit != 0) {
                throw new IOException("initdb ended with " + exit + "; see " + log);
            }
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making the data directory", hurry);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private static Process spawn(List<String> command, File log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // Messages in English, so that the logs read the same everywhere.
        builder.environment().put("LC_ALL", "C");
        return builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** A connection as the role that may do everything. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ROLE);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(CONNECT_SECONDS * 5));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    /** Empty if it answers, else why not. */
    public String trouble() {
        try (Connection connection = connect(ROLE);
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return "";
        } catch (SQLException notYet) {
            return notYet.getMessage();
        }
    }

    /** Refuses to go on if what was promised about durability is not so. */
    public void verifyDurability() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = show(setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + " = " + value);
            }
        }
    }

    /** The value of a setting as the server sees it. */
    public String show(String setting) throws SQLException {
        try (Connection connection = connect(ROLE);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    /** A database with an owner of the same name who may enter no other one; may run again. */
    public void ensureDatabase(String name, String ownerPassword) throws SQLException {
        try (Connection connection = connect(ROLE);
                Statement statement = connection.createStatement()) {
            String role = statement.enquoteIdentifier(name, true);
            String secret = statement.enquoteLiteral(ownerPassword);
            String exists = statement.enquoteLiteral(name);
            if (isEmpty(statement, "select 1 from pg_roles where rolname = " + exists)) {
                statement.execute("create role " + role + " login password " + secret);
            } else {
                statement.execute("alter role " + role + " password " + secret);
            }
            if (isEmpty(statement, "select 1 from pg_database where datname = " + exists)) {
                statement.execute("create database " + role + " owner " + role);
            }
            statement.execute("revoke connect on database " + role + " from public");
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return !result.next();
        }
    }
}
