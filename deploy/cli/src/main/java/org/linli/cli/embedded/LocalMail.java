package org.linli.cli.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.linli.cli.LinliHome;
import org.linli.cli.supervise.Running;
import org.linli.wire.MailCatcher;

/** The mail server of one machine: it takes e-mail for everybody, keeps it as files and passes nothing on. */
final class LocalMail implements Running {
    private final MailCatcher catcher;
    private final CountDownLatch ended = new CountDownLatch(1);

    private LocalMail(MailCatcher catcher) {
        this.catcher = catcher;
    }

    /** Starts it on 127.0.0.1. */
    static LocalMail start(Path directory, int port) throws IOException {
        LinliHome.createPrivate(directory);
        try {
            return new LocalMail(MailCatcher.start(directory, port));
        } catch (RuntimeException portTaken) {
            throw new IOException("the mail server does not start on port " + port, portTaken);
        }
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public boolean isAlive() {
        return ended.getCount() > 0;
    }

    @Override
    public boolean awaitEnd(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean stop(Duration patience) {
        catcher.close();
        ended.countDown();
        return true;
    }
}
