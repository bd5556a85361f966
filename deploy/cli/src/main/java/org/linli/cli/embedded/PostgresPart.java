package org.linli.cli.embedded;

import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.linli.cli.supervise.Health;
import org.linli.cli.supervise.Part;
import org.linli.cli.supervise.Running;
import org.linli.cli.supervise.RunningProcess;

/**
 * PostgreSQL as a part of the city, with one database a service.
 *
 * @param databases their names; each has an owner of the same name
 */
public record PostgresPart(LocalPostgres server, List<String> databases, Secrets secrets, File log) implements Part {
    /** Its name in the status. */
    public static final String NAME = "PostgreSQL";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public Running start() throws IOException {
        return new RunningProcess(server.start(log).toHandle(), signal());
    }

    @Override
    public Health health() {
        String trouble = server.trouble();
        return trouble.isEmpty() ? Health.GOOD : Health.silent(trouble);
    }

    @Override
    public void settle() throws SQLException {
        server.verifyDurability();
        for (String database : databases) {
            server.ensureDatabase(database, secrets.of(database));
        }
    }

    @Override
    public String signal() {
        return "INT";
    }
}
