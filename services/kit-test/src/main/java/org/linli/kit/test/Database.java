package org.linli.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What is really stored: plain SQL on the database of the service under test, past its proxy, so that it also answers
 * while the service is cut off.
 */
public final class Database implements AutoCloseable {

    private final PostgresAddress server;
    private final String name;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param server where the database is, not through a proxy
     * @param name its name
     */
    public Database(PostgresAddress server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The name of the database, unique to this run. */
    public String name() {
        return name;
    }

    /**
     * All rows of a query, each by column name, in the order of the query.
     *
     * @param sql with {@code ?} for each parameter
     * @throws AssertionError if PostgreSQL refuses the statement
     */
    public List<Map<String, Object>> query(String sql, Object... parameters) {
        Connection kept = idle.poll();
        Connection connection = kept == null ? connected() : kept;
        try {
            List<Map<String, Object>> rows =
                    with(connection, sql, parameters, statement -> rows(statement.executeQuery()));
            idle.add(connection);
            return rows;
        } catch (SQLException refused) {
            closed(connection);
            throw refusal(sql, refused);
        }
    }

    /** The first column of the only row, for {@code select count(*) …}. */
    public long count(String sql, Object... parameters) {
        Object value = value(sql, parameters);
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new AssertionError("Not a number: " + value + " from " + sql);
    }

    /** The first column of the only row, as JDBC reads it. */
    public Object value(String sql, Object... parameters) {
        List<Map<String, Object>> rows = query(sql, parameters);
        if (rows.size() != 1) {
            throw new AssertionError("Expected one row but found " + rows.size() + " from " + sql);
        }
        return rows.getFirst().values().iterator().next();
    }

    /** Changes something, on a connection of its own that forgets every setting; answers how many rows. */
    public int execute(String sql, Object... parameters) {
        try (Connection connection = connect()) {
            return with(connection, sql, parameters, PreparedStatement::executeUpdate);
        } catch (SQLException refused) {
            throw refusal(sql, refused);
        }
    }

    /** Gives back what it kept for the next question. */
    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            closed(connection);
        }
    }

    static Map<String, Object> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            row.put(columns.getColumnLabel(column), result.getObject(column));
        }
        return row;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private static <T> T with(Connection connection, String sql, Object[] parameters, Work<T> work)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            return work.on(statement);
        }
    }

    private Connection connected() {
        try {
            return connect();
        } catch (SQLException refused) {
            throw refusal("to connect", refused);
        }
    }

    private static void closed(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            throw refusal("to close", gone);
        }
    }

    private static AssertionError refusal(String sql, SQLException refused) {
        return new AssertionError("PostgreSQL refuses " + sql + ": " + refused.getMessage(), refused);
    }

    private static List<Map<String, Object>> rows(ResultSet result) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(row(result));
        }
        return rows;
    }

    /** A connection of one's own, for tests that hold a lock or a transaction open; whoever opens it closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name), server.user(), server.password());
    }
}
