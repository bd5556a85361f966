package org.linli.cli.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.linli.cli.supervise.Health;
import org.linli.cli.supervise.Part;
import org.linli.cli.supervise.Running;

/** The mail server as a part of the city; it lives in the supervisor's own process. */
public record MailPart(int port, Path directory) implements Part {
    /** Its name in the status. */
    public static final String NAME = "mail";

    private static final int PATIENCE_MILLIS = 2_000;

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
        return LocalMail.start(directory, port);
    }

    /** It greets whoever connects (RFC 5321, 4.2). */
    @Override
    public Health health() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String greeting = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return greeting != null && greeting.startsWith("220")
                    ? Health.GOOD
                    : Health.notReady("the mail server does not greet");
        } catch (IOException silent) {
            return Health.silent("the mail server does not answer");
        }
    }
}
