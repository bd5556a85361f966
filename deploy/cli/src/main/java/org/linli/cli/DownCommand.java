package org.linli.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** {@code ./linli down}. */
@Command(
        name = "down",
        description = "Stops everything in order; the data stay, and up continues with them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing runs any more (or nothing ran)"})
final class DownCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 10;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        long begun = System.nanoTime();
        boolean ran = stop(workplace);
        screen.line(
                ran
                        ? "Linli is stopped (" + Durations.inWords(System.nanoTime() - begun) + "); its data stay in "
                                + workplace.home().root() + "."
                        : "Linli was not running.");
        return 0;
    }

    /** What is about to be built anew is not worth learning from. */
    private boolean stop(Workplace workplace) {
        Stopping stopping = new Stopping(workplace);
        if (!new Build(workplace.repository(), screen).stale().isEmpty()) {
            return stopping.stopInAHurry();
        }
        CompletableFuture<Void> patience = CompletableFuture.runAsync(
                () -> screen.line(
                        "Still stopping; once after a build the JVMs write down what makes them start quickly."),
                CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        boolean ran = stopping.stop();
        patience.cancel(false);
        return ran;
    }
}
