package org.linli.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./linli down}. */
@Command(
        name = "down",
        description = "Stops everything in order; the data stay, and up continues with them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing runs any more (or nothing ran)"})
final class DownCommand implements Callable<Integer> {
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        long begun = System.nanoTime();
        boolean ran = new Stopping(workplace).stop();
        screen.line(
                ran
                        ? "Linli is stopped (" + Durations.inWords(System.nanoTime() - begun) + "); its data stay in "
                                + workplace.home().root() + "."
                        : "Linli was not running.");
        return 0;
    }
}
