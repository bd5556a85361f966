package org.linli.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cli.Refusal;

@DisplayName("The plan of Kunming")
class CityPlanTest {
    private static final Sources SOURCES = Sources.read(Path.of("../.."));

    private static CityPlan plan(String scale, String rate, long seed) {
        return CityPlan.of(SOURCES, new Terms(Scale.parse(scale), new BigDecimal(rate), 2025, seed));
    }

    @Test
    @DisplayName("has the figures of the report at scale 1")
    void hasTheFiguresOfTheReport() {
        CityPlan plan = plan("1", "0.25", 1);
        assertThat(plan.figures().registered()).isEqualTo(1_500_000);
        assertThat(plan.figures().withHours()).isEqualTo(993_383);
        assertThat(plan.figures().minutes()).isEqualTo(146_000_000L * 60);
        assertThat(plan.figures().stations()).isEqualTo(2_517);
        assertThat(plan.figures().residents()).isBetween(8_510_000L, 8_520_000L);
        assertThat(peopleOf(plan, "530103")).isEqualTo(153_523);
        assertThat(plan.shares().stream()
                        .filter(share -> share.community().code().startsWith("530103"))
                        .mapToInt(Share::teams)
                        .sum())
                .isEqualTo(369);
    }

    private static int peopleOf(CityPlan plan, String district) {
        return plan.shares().stream()
                .filter(share -> share.community().code().startsWith(district))
                .mapToInt(Share::people)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0.0037", "0.01", "0.1"})
    @DisplayName("makes exactly the report's figures at every scale, rounded once")
    void makesExactlyTheFiguresAtEveryScale(String scale) {
        CityPlan plan = plan(scale, "0.25", 7);
        Scale factor = Scale.parse(scale);
        assertThat(plan.figures().registered()).isEqualTo(factor.of(1_500_000));
        assertThat(plan.figures().withHours()).isEqualTo(factor.of(993_383));
        assertThat(plan.figures().minutes()).isEqualTo(60 * factor.of(146_000_000));
        Map<String, Long> expected = Expectation.of(plan);
        assertThat(expected)
                .containsEntry("city: registered", plan.figures().registered())
                .containsEntry("city: with hours", plan.figures().withHours())
                .containsEntry("city: minutes served", plan.figures().minutes())
                .containsEntry("city: minutes of its people", plan.figures().minutes())
                .containsEntry("city: records", plan.figures().records())
                .containsEntry("city: stations", 2_517L);
        for (String figure : List.of("registered", "with hours", "minutes served", "records", "stations")) {
            long districts = expected.entrySet().stream()
                    .filter(entry -> entry.getKey().matches("\\d{6}: " + figure))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(districts).as(figure).isEqualTo(expected.get("city: " + figure));
        }
    }

    @Test
    @DisplayName("gives every community a station and nobody more hours than the import takes")
    void givesEveryCommunityAStation() {
        CityPlan plan = plan("0.1", "0.25", 1);
        assertThat(plan.shares()).hasSize(1_738).allMatch(share -> share.stations() >= 1);
        for (int place = 0; place < plan.shares().size(); place++) {
            assertThat(plan.hours().broughtForward(place, plan.shares().get(place)))
                    .allMatch(record -> record.minutes() >= 1 && record.minutes() <= 6_000_000);
        }
    }

    @Test
    @DisplayName("numbers people and records through without gaps")
    void numbersThrough() {
        CityPlan plan = plan("0.01", "0.25", 1);
        Set<Long> serving = new HashSet<>();
        Set<String> references = new HashSet<>();
        for (int place = 0; place < plan.shares().size(); place++) {
            Share share = plan.shares().get(place);
            plan.hours().broughtForward(place, share).forEach(record -> {
                serving.add(record.person());
                references.add(record.reference());
            });
            plan.hours().ofTheYear(share).forEach(record -> {
                assertThat(serving).contains(record.person());
                references.add(record.reference());
                assertThat(record.servedOn().getYear()).isEqualTo(2025);
            });
        }
        assertThat(serving).hasSize((int) plan.figures().withHours());
        assertThat(references).hasSize((int) plan.figures().records());
        assertThat(serving).allMatch(person -> person < plan.figures().registered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0.01", "0.1"})
    @DisplayName("has activities to come where people live, as many more as the city is larger, always the same")
    void hasActivitiesToCome(String scale) {
        CityPlan plan = plan(scale, "0.25", 1);
        LocalDate day = LocalDate.of(2026, 3, 2);
        Programme programme = new Programme(plan, new Places(plan, SOURCES), day);
        List<Programme.Planned> all = new ArrayList<>();
        programme.all().forEachRemaining(all::add);

        assertThat(all).hasSize((int) Scale.parse(scale).of(Programme.ACTIVITIES));
        assertThat(all).extracting(Programme.Planned::name).doesNotHaveDuplicates();
        assertThat(all)
                .flatExtracting(Programme.Planned::sessions)
                .extracting(session -> session.get("startsAt").toString())
                .allMatch(start -> start.compareTo("2026-03-09") >= 0 && start.compareTo("2026-04-06") < 0);
        List<Programme.Planned> again = new ArrayList<>();
        new Programme(plan, new Places(plan, SOURCES), day).all().forEachRemaining(again::add);
        assertThat(again).isEqualTo(all);
    }

    @Test
    @DisplayName("is the same for the same seed and another for another")
    void isTheSameForTheSameSeed() {
        Share share = plan("0.01", "0.25", 1).shares().get(5);
        assertThat(plan("0.01", "0.25", 1).hours().ofTheYear(share))
                .isEqualTo(plan("0.01", "0.25", 1).hours().ofTheYear(share))
                .isNotEqualTo(plan("0.01", "0.25", 2).hours().ofTheYear(share));
    }

    @Test
    @DisplayName("refuses a rate that would need more hours than there are")
    void refusesTooManyRecords() {
        assertThatThrownBy(() -> plan("0.01", "10", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no hours");
    }

    @Test
    @DisplayName("invents people with right papers that nobody else has")
    void inventsPeopleWithRightPapers() {
        Set<String> numbers = LongStream.range(0, 60_000)
                .mapToObj(number -> new PlannedPerson(number * 25, "530103005005", 2025))
                .map(PlannedPerson::documentNumber)
                .collect(Collectors.toSet());
        assertThat(numbers).hasSize(60_000).allMatch(CityPlanTest::isRight).allMatch(n -> n.startsWith("530199"));
        Map<String, Object> row = new HashMap<>(new PlannedPerson(1_499_999, "530103005005", 2025).row());
        assertThat(row.get("realName").toString()).startsWith("演示");
        assertThat(row.get("phone").toString()).matches("199\\d{8}");
        assertThat(row.get("documentNumber").toString())
                .startsWith("530199" + row.get("birthDate").toString().replace("-", ""));
        boolean man = (row.get("documentNumber").toString().charAt(16) - '0') % 2 == 1;
        assertThat(row).containsEntry("sex", man ? "MALE" : "FEMALE");
    }

    /** GB 11643-1999, written another way: the weighted sum with the check character leaves 1. */
    private static boolean isRight(String number) {
        int sum = IntStream.range(0, 18)
                .map(position -> {
                    int digit = number.charAt(position) == 'X' ? 10 : number.charAt(position) - '0';
                    return digit * ((1 << 17 - position) % 11);
                })
                .sum();
        return sum % 11 == 1;
    }

    @Test
    @DisplayName("shares out exactly, the largest remainders first")
    void sharesOutExactly() {
        assertThat(Apportionment.of(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(Apportionment.of(7, new long[] {0, 5, 2})).containsExactly(0, 5, 2);
        assertThat(Apportionment.of(0, new long[] {0, 0})).containsExactly(0, 0);
        assertThatThrownBy(() -> Apportionment.of(1, new long[] {0, 0})).isInstanceOf(IllegalArgumentException.class);
    }
}
