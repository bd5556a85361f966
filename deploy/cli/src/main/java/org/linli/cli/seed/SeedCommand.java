package org.linli.cli.seed;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.linli.cli.GatewayClient;
import org.linli.cli.Personas;
import org.linli.cli.Refusal;
import org.linli.cli.Screen;
import org.linli.cli.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./linli seed}: fills the running city with invented people at the real places. */
@Command(
        name = "seed",
        description = "Builds a city through the public API and checks its statistics.",
        mixinStandardHelpOptions = true,
        subcommands = SeedCommand.Kunming.class)
public final class SeedCommand {

    /** Kunming as a published report has it (seed system S01), at any scale up to the real one. */
    @Command(
            name = "kunming",
            description = "Volunteers over the real communities, teams, stations, hours; at scale 1 the city's real"
                    + " figures. Go on after an interruption by calling it again. seeds/README.md tells what is real.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the city is there and its statistics are what was planned",
                "1:they are not, or it broke off; one sentence says why",
                "2:wrong arguments",
                "3:Linli is not running"
            })
    static final class Kunming implements Callable<Integer> {
        @Option(names = "--scale", defaultValue = "0.01", description = "0.001 to 1, the real size (${DEFAULT-VALUE})")
        private String scale;

        @Option(
                names = "--rate",
                defaultValue = "0.25",
                description = "service records a month of each person with hours, for a year (${DEFAULT-VALUE})")
        private BigDecimal rate;

        @Option(names = "--year", description = "the year of these records (the last whole one)")
        private Integer year;

        @Option(names = "--seed", defaultValue = "1", description = "of what is left to chance (${DEFAULT-VALUE})")
        private long seed;

        @Option(names = "--parallel", defaultValue = "4", description = "calls at the same time (${DEFAULT-VALUE})")
        private int parallel;

        @Option(names = "--gateway", description = "another address of the gateway (the running city's)")
        private URI gateway;

        private final Screen screen = Screen.standard();

        @Override
        public Integer call() {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.TEN) > 0 || parallel < 1 || parallel > 16) {
                throw new Refusal("The rate is 0 to 10, and 1 to 16 calls may be made at the same time.", 2);
            }
            int lastYear = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;
            Terms terms = new Terms(Scale.parse(scale), rate, year == null ? lastYear : year, seed);
            Workplace workplace = Workplace.here();
            workplace.running(3);
            long begin = System.nanoTime();
            Sources sources = Sources.read(workplace.repository());
            CityPlan plan = CityPlan.of(sources, terms);
            screen.line("Kunming: " + terms + ".");
            GatewayClient operator = operator(workplace);
            SeedState state = new SeedState(workplace.home());
            Figures figures = new Figures(operator, terms.year());
            Map<String, Long> before = state.before(terms, figures::now);
            new Builder(plan, sources, operator, state, screen, parallel).build();
            boolean same = new Check(plan, figures, before, screen).compare();
            screen.line("%s after %d s."
                    .formatted(
                            same ? "The statistics are what was planned" : "The statistics are NOT what was planned",
                            Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
            return same ? 0 : 1;
        }

        private GatewayClient operator(Workplace workplace) {
            if (gateway == null) {
                return workplace.gatewayAs("operator");
            }
            Personas personas = workplace.personas();
            return new GatewayClient(gateway, () -> personas.token("operator"));
        }
    }

    /** Keeps the table of the command in one place. */
    static List<String> heading() {
        return List.of("figure", "planned", "before", "found");
    }
}
