package org.linli.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program behind {@code ./linli bench}: measures a city that runs, prints the table, writes JSON and a page. */
@Command(name = "bench")
public final class Bench implements Callable<Integer> {
    @Option(names = "--home", required = true)
    private Path home;

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--out", required = true)
    private Path out;

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--install")
    private boolean install;

    @Option(names = "--only", split = ",")
    private Set<Integer> only = new LinkedHashSet<>();

    @Spec
    private CommandSpec spec;

    private final Notebook notebook = new Notebook();

    private Bench() {}

    /** Runs it and ends with 0 when everything that was measured passed, 1 if something fell short. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter screen = spec.commandLine().getOut();
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        City city = City.at(home, port);
        Set<Integer> rows = only.isEmpty()
                ? new LinkedHashSet<>(IntStream.rangeClosed(1, 15).boxed().toList())
                : only;
        List<Experiment> experiments = new ArrayList<>(
                List.of(
                        new LedgerExperiment(city, new Programs(install), effort, notebook, out),
                        new StreamExperiment(city, effort, notebook),
                        new ConfirmationExperiment(city, effort, notebook),
                        new InboxExperiment(city, effort, notebook),
                        new GatewayExperiment(city, new Programs(install), effort, notebook, out),
                        new ReadsExperiment(
                                city.gateway(),
                                new Api(city.gateway(), People.token(city, "demo-operator")),
                                new Api(city.gateway(), People.token(city, "demo-volunteer-1")),
                                effort,
                                notebook)));
        experiments.removeIf(experiment -> experiment.rows().stream().noneMatch(rows::contains));
        try {
            for (Experiment experiment : experiments) {
                experiment.prepare();
            }
            for (int repetition = 1; repetition <= effort.repetitions(); repetition++) {
                for (Experiment experiment : experiments) {
                    experiment.repeat();
                }
                screen.println("repetition " + repetition + " of " + effort.repetitions() + " done");
                screen.flush();
            }
        } finally {
            for (Experiment experiment : experiments) {
                experiment.close();
            }
        }
        List<Line> lines = Sheet.lines(notebook, rows);
        screen.print(Table.of(lines));
        screen.flush();
        return lines.stream().anyMatch(line -> line.verdict() == Verdict.FAIL) ? 1 : 0;
    }
}
