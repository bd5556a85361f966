package org.linli.cli.dead;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.linli.cli.AtGateway;
import org.linli.cli.Refusal;
import org.linli.cli.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./linli dead}: the records that no service could consume. */
@Command(
        name = "dead",
        description = "Dead letters: events that a service could not consume.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DeadCommand.Groups.class,
            DeadCommand.Letters.class,
            DeadCommand.Show.class,
            DeadCommand.Try.class,
            DeadCommand.Redrive.class,
            DeadCommand.Discard.class
        },
        footer = {"", "Begin with: linli dead groups. What the words mean: docs/dead-letters.md."})
public final class DeadCommand {
    private static final String CODES = "%nExit codes:%n";

    private DeadCommand() {}

    /** What every one of them needs. */
    private abstract static class AtDesk implements Callable<Integer> {
        @Mixin
        private AtGateway at;

        final Screen screen = Screen.standard();

        final DeadLetters letters() {
            return new DeadLetters(at.workplace().gatewayAs("operator"));
        }

        /** Prints what came of each; whether all were as wanted. */
        final boolean tell(Target target, List<JsonNode> results, String... wanted) {
            Report report = Report.ofResults();
            results.forEach(result -> report.result(target.service(), result));
            if (report.isEmpty()) {
                screen.line("Nothing waits in " + target + ".");
                return true;
            }
            report.print(screen);
            screen.line(Report.sum(results) + ".");
            return Report.areAll(results, wanted);
        }

        final void agree(boolean yes, String what) {
            Console console = System.console();
            if (!yes && (console == null || !console.isTerminal())) {
                throw new Refusal("Nobody can be asked here, so nothing was done; --yes does it without asking.");
            }
            if (!yes && !"yes".equalsIgnoreCase(String.valueOf(console.readLine("%s Type yes: ", what)))) {
                throw new Refusal("Nothing was done.");
            }
        }
    }

    /** By cause. */
    @Command(
            name = "groups",
            description = "How many wait, of which channel, type and cause, since when.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = CODES,
            exitCodeList = {"0:shown", "1:could not be asked", "3:Linli is not running"})
    static final class Groups extends AtDesk {
        @Option(names = "--state", description = "WAITING (unless given), REDRIVEN or DISCARDED.")
        private String state = "WAITING";

        @Override
        public Integer call() {
            DeadLetters letters = letters();
            Report report = Report.ofGroups();
            Target.SERVICES.forEach(service -> letters.all(service, "/groups", Map.of("state", state))
                    .forEach(group -> report.group(service, group)));
            if (report.isEmpty()) {
                screen.line("There are no dead letters in the state " + state + ".");
            } else {
                report.print(screen);
            }
            return 0;
        }
    }

    /** One by one. */
    @Command(
            name = "list",
            description = "Each of them, the earliest first.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = CODES,
            exitCodeList = {"0:shown", "1:could not be asked", "3:Linli is not running"})
    static final class Letters extends AtDesk {
        @Option(names = "--service", description = "Only of this service.")
        private String service;

        @Option(
                names = "--group",
                description = "Only of this group, points/g3fa94c1b22d0.",
                converter = Target.Reader.class)
        private Target group;

        @Option(names = "--type", description = "Only of this type of event.")
        private String type;

        @Option(names = "--state", description = "WAITING (unless given), REDRIVEN or DISCARDED.")
        private String state = "WAITING";

        @Override
        public Integer call() {
            DeadLetters letters = letters();
            Map<String, String> filter = new LinkedHashMap<>(Map.of("state", state));
            if (type != null) {
                filter.put("type", type);
            }
            if (group != null) {
                filter.put("group", group.name());
            }
            Report report = Report.ofLetters();
            Target.SERVICES.stream()
                    .filter(one -> service == null || service.equals(one))
                    .filter(one -> group == null || group.service().equals(one))
                    .forEach(one -> letters.all(one, "", filter).forEach(letter -> report.letter(one, letter)));
            if (report.isEmpty()) {
                screen.line("There are none.");
            } else {
                report.print(screen);
            }
            return 0;
        }
    }

    /** One with what it says. */
    @Command(
            name = "show",
            description = "One of them with what it says; whatever may be personal is masked.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = CODES,
            exitCodeList = {"0:shown", "1:there is none, or it could not be asked", "3:Linli is not running"})
    static final class Show extends AtDesk {
        @Parameters(paramLabel = "SERVICE/LETTER", converter = Target.Reader.class, description = "points/17")
        private Target target;

        @Override
        public Integer call() {
            if (target.isGroup()) {
                throw new Refusal(target + " is a group; ./linli dead list --group " + target + " shows its letters.");
            }
            screen.line(letters().show(target).toPrettyString());
            return 0;
        }
    }

    /** The dry run. */
    @Command(
            name = "try",
            description = "Would it be consumed now, or all of a group? Changes nothing.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = CODES,
            exitCodeList = {"0:all would be", "1:not all, or could not be asked", "3:Linli is not running"})
    static final class Try extends AtDesk {
        @Parameters(paramLabel = "SERVICE/LETTER|GROUP", converter = Target.Reader.class, description = "points/17")
        private Target target;

        @Override
        public Integer call() {
            return tell(target, letters().trial(target), "CONSUMED") ? 0 : 1;
        }
    }

    /** Once more. */
    @Command(
            name = "redrive",
            description = "Hands it to its consumer again, or all of a group, after a dry run; asks first.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = CODES,
            exitCodeList = {
                "0:all were consumed",
                "1:not all, none would be, or could not be asked",
                "3:Linli is not running"
            })
    static final class Redrive extends AtDesk {
        @Parameters(paramLabel = "SERVICE/LETTER|GROUP", converter = Target.Reader.class, description = "points/17")
        private Target target;

        @Option(names = "--yes", description = "Do not ask.")
        private boolean yes;

        @Override
        public Integer call() {
            DeadLetters letters = letters();
            List<JsonNode> tried = letters.trial(target);
            screen.line("Tried:");
            tell(target, tried, "CONSUMED");
            if (tried.isEmpty()) {
                return 0;
            }
            if (Report.areAll(tried, "REFUSED", "HELD", "SETTLED")) {
                screen.line("None would be consumed: nothing was done.");
                return 1;
            }
            agree(yes, "Hand them to their consumer?");
            screen.line("Done:");
            return tell(target, letters.redrive(target), "CONSUMED") ? 0 : 1;
        }
    }

    /** Never. */
    @Command(
            name = "discard",
            description = "It will never be consumed, or all of a group; the reason is kept. Asks first.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = CODES,
            exitCodeList = {"0:discarded", "1:not all, or could not be asked", "3:Linli is not running"})
    static final class Discard extends AtDesk {
        @Parameters(paramLabel = "SERVICE/LETTER|GROUP", converter = Target.Reader.class, description = "points/17")
        private Target target;

        @Option(names = "--reason", required = true, description = "Why; names nobody.")
        private String reason;

        @Option(names = "--yes", description = "Do not ask.")
        private boolean yes;

        @Override
        public Integer call() {
            DeadLetters letters = letters();
            agree(yes, "Whatever " + target + " says will never be consumed.");
            return tell(target, letters.discard(target, reason), "DISCARDED") ? 0 : 1;
        }
    }
}
