package org.linli.notification.channel;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.linli.wire.MailCatcher;
import org.linli.wire.TcpProxy;

/** Gives the application a mail server of its own, and fills fields of type {@link MailServer}. */
public final class MailServerResource implements QuarkusTestResourceLifecycleManager {
    private MailCatcher catcher;
    private MailServer server;

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-mail-")
                    .toAbsolutePath();
            catcher = MailCatcher.start(directory, 0, to -> !to.endsWith(MailServer.REFUSED));
            server = new MailServer(directory, TcpProxy.to("127.0.0.1", catcher.port()));
        } catch (IOException noDirectory) {
            throw new UncheckedIOException(noDirectory);
        }
        return Map.of(
                "LINLI_SMTP_HOST",
                "127.0.0.1",
                "LINLI_SMTP_PORT",
                Integer.toString(server.wire().port()),
                "linli.notification.email.first-pause",
                "1s",
                "linli.notification.email.patience",
                "5s");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(MailServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.wire().close();
        }
        if (catcher != null) {
            catcher.close();
        }
    }
}
