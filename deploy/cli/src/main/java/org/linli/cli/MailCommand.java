package org.linli.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.linli.wire.CaughtMail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./linli mail}: what the city wrote to people; on this machine no e-mail goes any further. */
@Command(
        name = "mail",
        description = "Shows the e-mails that were caught on this machine, newest first.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown, also if there are none", "2:wrong arguments"})
final class MailCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Option(names = "--to", paramLabel = "TEXT", description = "Only those whose address contains this text.")
    private String to = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many at the most (${DEFAULT-VALUE}).")
    private int limit;

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        LinliHome home = Workplace.here().home();
        List<CaughtMail> found = caught(home.mail());
        found.forEach(this::show);
        if (found.isEmpty()) {
            screen.line("No e-mail" + (to.isEmpty() ? "" : " to " + to) + " was caught in " + home.mail() + ".");
        }
        return 0;
    }

    private List<CaughtMail> caught(Path directory) {
        String wanted = to.toLowerCase(Locale.ROOT);
        return CaughtMail.in(directory)
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(Math.max(1, limit))
                .toList();
    }

    private void show(CaughtMail mail) {
        screen.line(TIME.format(mail.at()) + "  to " + mail.to());
        screen.line(mail.subject());
        mail.text().lines().forEach(line -> screen.line("    " + line));
        screen.line("");
    }
}
