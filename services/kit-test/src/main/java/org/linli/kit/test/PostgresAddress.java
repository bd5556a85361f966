package org.linli.kit.test;

import java.net.URI;
import java.util.Objects;

/**
 * Where a PostgreSQL server is and who may do everything there.
 *
 * @param host name or address
 * @param port TCP port
 * @param user a superuser: tests create databases and roles
 * @param password its password, empty where the server trusts loopback
 */
public record PostgresAddress(String host, int port, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    public PostgresAddress {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * Reads {@code postgresql://user:password@host:port}.
     *
     * @throws IllegalArgumentException with the expected form, if it is another one
     */
    public static PostgresAddress parse(String address) {
        if (!address.matches("postgresql://[^@]+@[^:/]+(:\\d+)?/?")) {
            // not the address itself: it may hold a password
            throw new IllegalArgumentException(
                    "An address of PostgreSQL must read postgresql://user:password@host:port");
        }
        URI uri = URI.create(address);
        String[] credentials = uri.getUserInfo().split(":", 2);
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new PostgresAddress(uri.getHost(), port, credentials[0], credentials.length > 1 ? credentials[1] : "");
    }

    /** The form that {@link #parse(String)} reads. */
    public String asText() {
        return "postgresql://" + user + ":" + password + "@" + host + ":" + port;
    }

    /** The JDBC URL of one of the server's databases. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port;
    }
}
