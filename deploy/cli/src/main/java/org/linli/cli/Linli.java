package org.linli.cli;

import java.util.List;
import org.linli.cli.dead.DeadCommand;
import org.linli.cli.embedded.LogFormat;
import org.linli.cli.seed.SeedCommand;
import org.linli.cli.story.StoryCommand;
import org.linli.cli.supply.SbomCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The one command. */
@Command(
        name = "linli",
        description = "Community volunteering for a whole city, on this machine.",
        mixinStandardHelpOptions = true,
        version = "linli 0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ResetCommand.class,
            StoryCommand.class,
            TokenCommand.class,
            TestCommand.class,
            BenchCommand.class,
            LedgerCommand.class,
            SeedCommand.class,
            StatisticsCommand.class,
            MailCommand.class,
            MyDataCommand.class,
            KeysCommand.class,
            DeadCommand.class,
            SbomCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done; one sentence says why", "2:wrong arguments", "3:Linli is not running"},
        footer = {
            "",
            "LINLI_PORT is the gateway's port (8080; the nine that follow are used too),",
            "LINLI_HOME the directory of all data (.linli in the repository)."
        })
public final class Linli {
    private Linli() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        LogFormat.quietLibraries();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Linli())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Linli::wrongArguments)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    private static int wrongArguments(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String path = command.getCommandSpec().qualifiedName();
        command.getErr().println(failure.getMessage() + " (\"" + path + " --help\" tells more)");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof Refusal refusal) {
            command.getErr().println(refusal.getMessage());
            return refusal.exitCode();
        }
        command.getErr().println("Something unexpected happened: " + failure + " (LINLI_TRACE=1 shows where).");
        if (List.of("1", "true").contains(System.getenv().getOrDefault("LINLI_TRACE", ""))) {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
