package org.linli.cli.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.linli.cli.supervise.Health;
import org.linli.cli.supervise.HttpHealth;
import org.linli.cli.supervise.Part;
import org.linli.cli.supervise.Running;

/** The sign-in server as a part of the city; it lives in the supervisor's own process. */
public record SignInPart(int port, Path keyFile) implements Part {
    /** Its name in the status. */
    public static final String NAME = "sign-in";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public Running start() throws IOException {
        return SignIn.start(keyFile, port);
    }

    @Override
    public Health health() {
        return HttpHealth.of(port, "/" + SignIn.ISSUER_NAME + "/.well-known/openid-configuration");
    }
}
