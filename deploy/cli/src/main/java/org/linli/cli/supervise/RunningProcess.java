package org.linli.cli.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A part in a child process.
 *
 * @param handle the process, ours or one left behind by a supervisor that was killed
 * @param signal how it is asked to end: TERM, or INT for PostgreSQL (end now, without waiting for its clients)
 */
public record RunningProcess(ProcessHandle handle, String signal) implements Running {
    private static final Duration AFTER_FORCE = Duration.ofSeconds(5);

    @Override
    public long pid() {
        return handle.pid();
    }

    @Override
    public boolean isAlive() {
        return handle.isAlive();
    }

    @Override
    public boolean awaitEnd(Duration time) throws InterruptedException {
        try {
            handle.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return !handle.isAlive();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean stop(Duration patience) {
        try {
            ask();
            if (awaitEnd(patience)) {
                return true;
            }
            handle.destroyForcibly();
            awaitEnd(AFTER_FORCE);
        } catch (InterruptedException hurry) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void ask() throws InterruptedException {
        if (signal.equals("TERM")) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                    .start()
                    .waitFor();
        } catch (IOException noKillCommand) {
            handle.destroy();
        }
    }
}
