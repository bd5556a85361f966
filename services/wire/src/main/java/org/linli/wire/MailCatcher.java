package org.linli.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on 127.0.0.1 that passes nothing on: every e-mail becomes a file, readable by its owner only, in a
 * directory that others list with {@link CaughtMail#in}. It keeps the newest {@value #MOST}.
 */
public final class MailCatcher implements AutoCloseable {
    private static final int MOST = 2_000;
    private static final int LARGEST = 1 << 20;
    private static final int NO_SUCH_LETTERBOX = 550;
    private static final int TOO_LARGE = 552;

    private final Path directory;
    private final Predicate<String> letterboxes;
    private final AtomicLong lastNumber = new AtomicLong();
    private final SMTPServer server;

    private MailCatcher(Path directory, int port, Predicate<String> letterboxes) {
        this.directory = directory;
        this.letterboxes = letterboxes;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
                .hostName("127.0.0.1")
                .softwareName("Linli mail catcher")
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .maxMessageSize(LARGEST)
                .messageHandlerFactory(Catching::new)
                .build();
    }

    /** Starts it for every address there may be. */
    public static MailCatcher start(Path directory, int port) {
        return start(directory, port, anybody -> true);
    }

    /**
     * Starts it.
     *
     * @param directory where e-mails are kept; made if it is not there
     * @param port 0 for any that is free
     * @param letterboxes which addresses there are; to any other it says 550
     */
    public static MailCatcher start(Path directory, int port, Predicate<String> letterboxes) {
        try {
            Files.createDirectories(directory);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
        MailCatcher catcher = new MailCatcher(directory, port, letterboxes);
        catcher.server.start();
        return catcher;
    }

    /** Where it listens. */
    public int port() {
        return server.getPortAllocated();
    }

    /** Whether it listens. */
    public boolean isRunning() {
        return server.isRunning();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One conversation. */
    private final class Catching implements MessageHandler {
        Catching(MessageContext context) {}

        @Override
        public void from(String sender) {
            // whoever reaches this machine's loopback may write
        }

        @Override
        public void recipient(String address) throws RejectException {
            if (!letterboxes.test(address)) {
                throw new RejectException(NO_SUCH_LETTERBOX, "There is no such letterbox: " + address);
            }
        }

        @Override
        public String data(InputStream content) throws RejectException, IOException {
            byte[] mail = content.readNBytes(LARGEST + 1);
            if (mail.length > LARGEST) {
                // what is told beforehand is checked by the library, what comes is not
                throw new RejectException(TOO_LARGE, "An e-mail has at most " + LARGEST + " bytes.");
            }
            keep(mail);
            return "Kept";
        }

        @Override
        public void done() {
            // nothing is left open
        }
    }

    /** The name of the file is the time, so that names sort by age; two of one moment get different ones. */
    private void keep(byte[] mail) throws IOException {
        long number = lastNumber.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() * 1000));
        Path fresh = Files.createTempFile(directory, "incoming", ".part");
        Files.write(fresh, mail);
        Files.move(fresh, directory.resolve(number + CaughtMail.SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        forgetOldest();
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> oldest = all.filter(file -> file.toString().endsWith(CaughtMail.SUFFIX))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .skip(MOST)
                    .toList();
            for (Path mail : oldest) {
                Files.deleteIfExists(mail);
            }
        }
    }
}
