package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.linli.contracts.Role;
import org.linli.kit.test.Holders.Hold;
import org.linli.kit.test.Holders.Holder;

/**
 * The matrix of rights: every operation of the service's OpenAPI, called by everybody there is, against the answers of
 * {@code contracts/rights/<service>.csv}. Everybody: the one whose thing it is, nobody, a stranger, a holder of each
 * role for the district in which the thing lies, of each role for another district, of a role for another station or
 * team of that district, and each of them after the role was revoked. Subclasses carry {@code @QuarkusTest} and
 * {@code @WithTestResource(LinliTestResource.class)}.
 *
 * <p>An operation that the table does not know fails; {@code -Dlinli.contracts.update=true} writes the table as found,
 * and whoever commits it says by that: so it should be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryOperationAsksForRights {
    private static final String OWN = "own";
    private static final String NOBODY = "nobody";

    private final Api api = new Api();
    private final String here = Districts.another();
    private final String elsewhere = Districts.another();

    /** Filled by {@link LinliTestResource}. */
    protected Surroundings surroundings;

    /** For each operation a supplier of calls that succeed, in the district of {@link Districts#digits()}. */
    protected abstract Map<String, Supplier<Sample>> samples();

    /** How people come to roles in this service. */
    protected Holders holders() {
        return new ToldHolders(surroundings);
    }

    /**
     * Operations by which a caller comes to things of their own that decide what they get from other operations: those
     * are asked for by people who ask for nothing else.
     */
    protected Set<String> givesCallersSomething() {
        return Set.of();
    }

    @Test
    @DisplayName(
            "Everybody gets the answer of the table to every operation, and a second after a revocation a stranger's")
    public void everybodyGetsTheAnswerOfTheTable() {
        List<Probe> probes = probes();
        Holders holders = holders();
        Map<String, Holder> roles = give(holders);
        Map<String, Holder> others = givesCallersSomething().isEmpty() ? Map.of() : give(holders);
        RightsTable found = RightsTable.empty();
        probes.forEach(probe -> ask(probe, changesThem(probe) ? others : roles, found));
        // by now lists hold something of each sample
        probes.stream()
                .filter(probe -> RightsTable.SEES.equals(answer(probe, stranger())))
                .forEach(probe -> found.put(probe.operation().key(), RightsTable.STRANGER, RightsTable.SEES));
        RightsTable expected = expected(found);
        List<String> faults = RightsTable.differences(expected, found);
        assertThat(faults).isEmpty();

        holders.revoke(
                Stream.of(roles, others).flatMap(some -> some.values().stream()).toList());
        List<String> kept = new ArrayList<>();
        probes.forEach(probe -> kept.addAll(answersToTheRevoked(probe, changesThem(probe) ? others : roles, expected)));
        assertThat(kept).isEmpty();
        int cells = found.cells() + probes.size() * roles.size();
        System.getLogger(EveryOperationAsksForRights.class.getName())
                .log(System.Logger.Level.INFO, "rights of " + surroundings.service() + ": " + cells + " cells");
    }

    private RightsTable expected(RightsTable found) {
        Path file = Repository.root().resolve("contracts/rights").resolve(surroundings.service() + ".csv");
        if (Boolean.getBoolean(OpenApiIsTheCommittedOne.UPDATE)) {
            found.atLeast(RightsTable.read(file)).write(file);
        }
        return RightsTable.read(file);
    }

    private List<Probe> probes() {
        Map<String, Supplier<Sample>> samples = Districts.within(here, this::samples);
        List<Operation> operations = api.operations();
        assertThat(Api.mismatch(operations, samples.keySet())).isEmpty();
        return operations.stream()
                .map(operation -> new Probe(api, operation, () -> Districts.within(here, samples.get(operation.key()))))
                .toList();
    }

    /** Who may least comes first: a call that is done uses its sample up. */
    private Map<String, Hold> holds() {
        Map<String, Hold> holds = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            // the operator's role is everywhere
            if (role != Role.PLATFORM_OPERATOR) {
                holds.put(role + " elsewhere", new Hold(role, elsewhere, false));
            }
        }
        holds.put(Role.STATION_COORDINATOR + " of another station", new Hold(Role.STATION_COORDINATOR, here, true));
        holds.put(Role.TEAM_LEADER + " of another team", new Hold(Role.TEAM_LEADER, here, true));
        Arrays.asList(Role.values()).reversed().forEach(role -> holds.put(role.name(), new Hold(role, here, false)));
        return holds;
    }

    /** Each time somebody else: what one of them did makes that one somebody. */
    private String stranger() {
        return surroundings.issuer().tokenFor(Surroundings.anyone());
    }

    private void ask(Probe probe, Map<String, Holder> roles, RightsTable found) {
        String operation = probe.operation().key();
        found.put(operation, NOBODY, answer(probe, null));
        found.put(operation, RightsTable.STRANGER, answer(probe, stranger()));
        roles.forEach((caller, holder) -> found.put(operation, caller, answer(probe, holder.token())));
        found.put(operation, OWN, answer(probe, probe.sample().token()));
    }

    private Map<String, Holder> give(Holders holders) {
        Map<String, Holder> given = new LinkedHashMap<>();
        holds().forEach((caller, hold) -> given.put(caller, holders.give(hold)));
        return given;
    }

    private boolean changesThem(Probe probe) {
        return givesCallersSomething().contains(probe.operation().key());
    }

    private List<String> answersToTheRevoked(Probe probe, Map<String, Holder> roles, RightsTable expected) {
        List<String> faults = new ArrayList<>();
        String operation = probe.operation().key();
        String should = expected.get(operation, RightsTable.STRANGER);
        roles.forEach((caller, holder) -> {
            String answer = answer(probe, holder.token());
            if (!RightsTable.sameBesideOwnThings(should, answer)) {
                faults.add(operation + ": " + caller + " until a second ago should get " + should
                        + " like a stranger, got " + answer);
            }
        });
        return faults;
    }

    /** A sample that somebody used up may be refused for that: then a new one is asked for. */
    private String answer(Probe probe, String token) {
        boolean used = probe.isUsed();
        String answer = probe.answerTo(token, here);
        return used && !RightsTable.YES.equals(answer) ? probe.afresh().answerTo(token, here) : answer;
    }
}
