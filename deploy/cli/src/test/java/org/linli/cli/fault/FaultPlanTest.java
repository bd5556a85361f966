package org.linli.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cli.LocalCity;
import org.linli.cli.fault.FaultPlan.Planned;

@DisplayName("A plan of faults")
class FaultPlanTest {
    private static final Duration LENGTH = Duration.ofMinutes(6);

    @Test
    @DisplayName("is the same for the same seed, and another for another")
    void followsFromItsSeed() {
        assertThat(FaultPlan.of(7, 50, LENGTH)).isEqualTo(FaultPlan.of(7, 50, LENGTH));
        assertThat(FaultPlan.of(7, 50, LENGTH)).isNotEqualTo(FaultPlan.of(8, 50, LENGTH));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 530103})
    @DisplayName("of fifty kills hits everything, at every named moment, and every wire in every way")
    void hitsEverything(long seed) {
        FaultPlan plan = FaultPlan.of(seed, 50, LENGTH);
        List<Fault> faults = plan.faults().stream().map(Planned::fault).toList();

        assertThat(plan.kills()).isEqualTo(50);
        assertThat(of(faults, Fault.Kill.class)).extracting(Fault::target).containsAll(FaultPlan.TARGETS);
        assertThat(of(faults, Fault.KillAt.class))
                .extracting(Fault.KillAt::moment)
                .contains(Fault.Moment.values());
        assertThat(of(faults, Fault.KillAt.class)).extracting(Fault::target).containsAll(LocalCity.SERVICES);
        assertThat(of(faults, Fault.KillWhileRebalancing.class)).hasSize(2);
        assertThat(of(faults, Fault.Cut.class)).extracting(Fault.Cut::wire).contains(Fault.Wire.values());
        assertThat(of(faults, Fault.HalfOpen.class))
                .extracting(Fault.HalfOpen::wire)
                .contains(Fault.Wire.values());
        assertThat(of(faults, Fault.Slow.class)).extracting(Fault.Slow::wire).contains(Fault.Wire.values());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 10, 50, 200})
    @DisplayName("kills as often as asked, within its time")
    void killsAsOftenAsAsked(int kills) {
        FaultPlan plan = FaultPlan.of(3, kills, LENGTH);

        assertThat(plan.kills()).isEqualTo(kills);
        assertThat(plan.faults())
                .isSortedAccordingTo(Comparator.comparing(Planned::at))
                .allMatch(planned -> planned.at().compareTo(LENGTH) <= 0);
    }

    @Test
    @DisplayName("spreads its kills evenly over what can be killed; points has moments of its own beside")
    void spreadsItsKills() {
        Map<String, Integer> kills = FaultPlan.of(4, 70, LENGTH).faults().stream()
                .map(Planned::fault)
                .filter(fault -> fault.kills() > 0)
                .collect(Collectors.groupingBy(Fault::target, Collectors.summingInt(Fault::kills)));

        assertThat(kills.get("points")).isGreaterThanOrEqualTo(10);
        kills.remove("points");
        assertThat(kills.values()).hasSize(FaultPlan.TARGETS.size() - 1).allMatch(times -> times >= 8 && times <= 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 530103})
    @DisplayName("hits nothing a second time before three other things were hit")
    void leavesTimeToComeBack(long seed) {
        List<String> targets = FaultPlan.of(seed, 50, LENGTH).faults().stream()
                .map(Planned::fault)
                .filter(fault -> fault.kills() > 0)
                .map(Fault::target)
                .toList();

        for (int number = 0; number + 3 < targets.size(); number++) {
            assertThat(targets.subList(number, number + 4)).doesNotHaveDuplicates();
        }
    }

    private static <T extends Fault> List<T> of(List<Fault> faults, Class<T> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
