package org.linli.cli;

import java.io.Console;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./linli reset}. */
@Command(
        name = "reset",
        description = "Stops everything and forgets all data and keys; asks first.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the data are gone (or there were none)", "1:nothing was deleted"})
final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        LinliHome home = workplace.home();
        if (!Files.exists(home.root())) {
            screen.line("There is nothing to forget: " + home.root() + " does not exist.");
            return 0;
        }
        if (!home.isMarked()) {
            throw new Refusal(home.root() + " was not made by Linli; nothing was deleted.");
        }
        if (!yes && !confirmed(home)) {
            throw new Refusal("Nothing was deleted.");
        }
        new Stopping(workplace).stopInAHurry();
        home.delete();
        screen.line("Everything in " + home.root() + " is forgotten.");
        return 0;
    }

    private static boolean confirmed(LinliHome home) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Refusal("Nobody can be asked here; ./linli reset --yes deletes " + home.root() + ".");
        }
        String answer = console.readLine("Delete all data and keys in %s? Type yes: ", home.root());
        return "yes".equalsIgnoreCase(answer == null ? "" : answer.strip());
    }
}
