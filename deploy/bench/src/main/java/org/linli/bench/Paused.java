package org.linli.bench;

import java.io.IOException;

/**
 * A service that stands still while a backlog grows, as if the machine had stopped giving it time. Shorter than its
 * session with Kafka, so that it goes on as if nothing had been.
 */
final class Paused implements AutoCloseable {
    private final ProcessHandle process;

    Paused(ProcessHandle process) throws IOException {
        this.process = process;
        signal("STOP");
    }

    /** Lets it go on; may be called twice. */
    @Override
    public void close() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException(hurry);
        }
    }
}
