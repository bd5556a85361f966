package org.linli.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.linli.cli.embedded.MailPart;
import org.linli.cli.embedded.SignInPart;
import org.linli.cli.supervise.CityState;
import org.linli.cli.supervise.PartState;
import org.linli.cli.supervise.Phase;

/** Follows a start until everything is healthy; if that fails, undoes it and says which part and why. */
final class Progress {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    /** Seconds are usual; a machine that builds something else at the same time needs minutes. */
    private static final String PATIENCE = "300";
    /** A part that ends this often before it was ever healthy will not be. */
    private static final int ENDINGS = 3;
    /** Parts without a process and a log of their own. */
    private static final Set<String> IN_THE_SUPERVISOR = Set.of(SignInPart.NAME, MailPart.NAME);

    private final Workplace workplace;
    private final Screen screen;
    private final Runnable undo;
    private final Duration patience;
    private final Set<String> told = new HashSet<>();

    /** {@code undo} ends what was started for this; it does nothing for a city that ran before. */
    Progress(Workplace workplace, Screen screen, Runnable undo) {
        this.workplace = workplace;
        this.screen = screen;
        this.undo = undo;
        String chosen = workplace.environment().getOrDefault("LINLI_START_PATIENCE", PATIENCE);
        try {
            this.patience = Duration.ofSeconds(Long.parseLong(chosen));
        } catch (NumberFormatException noNumber) {
            throw new Refusal("LINLI_START_PATIENCE is no number of seconds: \"" + chosen + "\".", 2);
        }
    }

    void follow() {
        // Ctrl-C while waiting means "not after all".
        Thread stop = new Thread(undo, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        String failure = screen.terminal() ? followWithBar() : followWithLines();
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException endingAlready) {
            throw new Refusal("Interrupted; what this call started is being stopped again.");
        }
        if (!failure.isEmpty()) {
            undo.run();
            throw new Refusal(failure + " What this call started has been stopped again.");
        }
    }

    private String followWithLines() {
        return watch(state -> state.parts().stream()
                .filter(part -> part.phase() == Phase.HEALTHY && told.add(part.name()))
                .forEach(part -> screen.line("  " + part.name() + " is healthy after "
                        + Durations.inWords(Duration.between(state.since(), Instant.now())) + ".")));
    }

    private String followWithBar() {
        int total = workplace.live().map(state -> state.parts().size()).orElse(1);
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("Starting")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) INTERVAL.toMillis())
                .hideEta()
                .build()) {
            return watch(state -> {
                List<String> open = state.parts().stream()
                        .filter(part -> part.phase() != Phase.HEALTHY)
                        .map(PartState::name)
                        .toList();
                bar.stepTo(total - open.size());
                bar.setExtraMessage(open.isEmpty() ? "" : " waiting for " + String.join(", ", open));
            });
        }
    }

    private String watch(java.util.function.Consumer<CityState> show) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            CityState state = workplace.live().orElse(null);
            if (state == null) {
                return "The supervisor ended: " + words("supervisor");
            }
            show.accept(state);
            if (state.allHealthy()) {
                return "";
            }
            String failure = failure(state, Instant.now().isAfter(deadline));
            if (!failure.isEmpty()) {
                return failure;
            }
            Waiting.pause(INTERVAL);
        }
    }

    private String failure(CityState state, boolean late) {
        for (PartState part : state.parts()) {
            if (!part.readyOnce() && part.restarts() >= ENDINGS) {
                return part.name() + " " + part.detail() + " as often as it is started: " + words(part.name());
            }
        }
        if (!late) {
            return "";
        }
        List<PartState> open = state.parts().stream()
                .filter(part -> part.phase() != Phase.HEALTHY)
                .toList();
        PartState first = open.stream()
                .filter(part -> part.phase() != Phase.WAITING)
                .findFirst()
                .orElse(open.getFirst());
        String all = open.stream().map(PartState::name).collect(Collectors.joining(", "));
        String detail = first.detail().isEmpty() ? "" : first.name() + ": " + first.detail() + "; ";
        return "Not healthy within " + patience.toSeconds() + " s: " + all + "; " + detail + words(first.name());
    }

    private String words(String part) {
        // Sign-in lives in the supervisor and has no log of its own.
        Path log = workplace.home().log(IN_THE_SUPERVISOR.contains(part) ? "supervisor" : part);
        return LastWords.of(log) + " (" + log + ").";
    }
}
