package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.kit.test.Probe.told;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.linli.kit.test.Api.Answer;
import org.linli.kit.test.Bodies.Spoilt;

/**
 * Bad input, for every operation that the service's OpenAPI has: always a problem with a code and, where it is one
 * field's fault, that field; never a 5xx, nothing stored. Subclasses carry {@code @QuarkusTest} and
 * {@code @WithTestResource(LinliTestResource.class)}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryOperationRefusesBadInput {

    /** Tables of the kit that live by themselves: relay, retention, copies that other tests' events fill. */
    private static final Set<String> LIVELY = Set.of("outbox", "due_work", "audit", "idempotency");

    private final Api api = new Api();

    /** What one test prepared serves the next one, too. */
    private List<Probe> probes;

    /** Filled by {@link LinliTestResource}. */
    protected Surroundings surroundings;

    /**
     * For each operation, named {@code GET /api/v1/requests/{id}}, a supplier of calls that succeed; each call of the
     * supplier prepares a fresh one.
     */
    protected abstract Map<String, Supplier<Sample>> samples();

    /** A token of somebody whose every right lies in another district than the samples. */
    protected abstract String foreignToken();

    /** Operations that a foreigner may use: one's own things, public reference data. Each needs a reason beside it. */
    protected abstract Set<String> openToForeigners();

    /** Tables that change by themselves, or on purpose when a call is refused; those of the kit are known. */
    protected Set<String> tablesThatMayChange() {
        return Set.of();
    }

    @Test
    @DisplayName("Every operation of the OpenAPI has a sample")
    public void everyOperationHasASample() {
        assertThat(Api.mismatch(api.operations(), samples().keySet())).isEmpty();
    }

    @Test
    @DisplayName("Every sample succeeds when nothing is wrong")
    public void everySampleSucceeds() {
        judge(operation -> !operation.isStream(), probe -> {
            Answer first = probe.send(probe.sample());
            // what was prepared for another test may be gone by now: a code that was typed wrongly too often
            Answer answer =
                    first.succeeded() ? first : probe.send(probe.afresh().sample());
            return Stream.of(answer.succeeded() ? "" : answer.status() + " " + answer.beginning());
        });
    }

    @Test
    @DisplayName("Without a valid token everything is 401")
    public void withoutAValidTokenEverythingIs401() {
        String subject = Surroundings.anyone();
        TestIssuer issuer = surroundings.issuer();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token", null);
        tokens.put("an expired token", issuer.expiredTokenFor(subject));
        tokens.put("a forged token", issuer.forgedTokenFor(subject));
        tokens.put("a token of another issuer", issuer.tokenFromAnotherIssuer(subject));
        tokens.put("a token for another service", issuer.tokenForAnotherAudience(subject));
        tokens.put("an unsigned token", issuer.unsignedTokenFor(subject));
        tokens.put("nonsense for a token", "nonsense");
        judge(
                operation -> true,
                probe -> tokens.entrySet().stream()
                        .map(token -> told(
                                token.getKey(),
                                fault(401, probe.send(probe.sample().by(token.getValue()))))));
    }

    @Test
    @DisplayName("Whoever has rights elsewhere only is refused")
    public void whoeverHasRightsElsewhereOnlyIsRefused() {
        String token = foreignToken();
        judge(operation -> !operation.isStream() && !openToForeigners().contains(operation.key()), probe -> {
            Answer answer = probe.send(probe.sample().by(token));
            return Stream.of(answer.status() == 404 ? answer.faultAsProblem() : fault(403, answer));
        });
    }

    @Test
    @DisplayName("What is not JSON of the right form is refused")
    public void whatIsNotJsonOfTheRightFormIsRefused() {
        judgeBodies(false, (operation, valid) -> Bodies.malformed(valid.toString()));
        judge(
                Operation::readsJson,
                probe -> Stream.of(told("a body of text/plain", fault(415, probe.send(probe.sample(), "text/plain")))));
    }

    @Test
    @DisplayName("Wrong types are refused, the field is named and nothing is stored")
    public void wrongTypesAreRefused() {
        judgeBodies(true, (operation, valid) -> Bodies.wrongTypes(valid));
    }

    @Test
    @DisplayName("Missing fields are refused, the field is named and nothing is stored")
    public void missingFieldsAreRefused() {
        judgeBodies(true, (operation, valid) -> Bodies.missing(valid, operation.requiredFields()));
    }

    @Test
    @DisplayName("Hostile values never make it fail")
    public void hostileValuesNeverMakeItFail() {
        judgeBodies(false, (operation, valid) -> Bodies.hostile(valid));
    }

    @Test
    @DisplayName("Ids that nobody has are refused")
    public void idsThatNobodyHasAreRefused() {
        judge(
                operation -> !operation.parameters("path").isEmpty(),
                probe -> Addresses.unknownIds(probe.operation(), probe.sample().path()).entrySet().stream()
                        .map(bad -> told(
                                bad.getKey(), refusal(probe.send(probe.sample().at(bad.getValue()))))));
    }

    @Test
    @DisplayName("Hostile query parameters never make it fail")
    public void hostileQueryParametersNeverMakeItFail() {
        judge(
                operation -> !operation.isStream(),
                probe -> Addresses.hostileQueries(
                                probe.operation(), probe.sample().path())
                        .entrySet()
                        .stream()
                        .map(bad -> told(
                                bad.getKey(),
                                Probe.faultOf(probe.send(probe.sample().at(bad.getValue()))))));
    }

    private void judge(Predicate<Operation> which, Function<Probe, Stream<String>> judgement) {
        List<String> faults = probes().stream()
                .filter(probe -> which.test(probe.operation()))
                .flatMap(probe -> judgement
                        .apply(probe)
                        .filter(fault -> !fault.isEmpty())
                        .map(fault -> probe.operation().key() + ": " + fault))
                .toList();
        assertThat(faults).isEmpty();
    }

    private List<Probe> probes() {
        if (probes == null) {
            Map<String, Supplier<Sample>> samples = samples();
            probes = api.operations().stream()
                    .filter(operation -> samples.containsKey(operation.key()))
                    .map(operation -> new Probe(api, operation, samples.get(operation.key())))
                    .toList();
        }
        return probes;
    }

    private void judgeBodies(boolean strict, BiFunction<Operation, ObjectNode, List<Spoilt>> spoil) {
        judge(
                Operation::readsJson,
                probe -> probe.body()
                        .map(valid -> faultsOf(probe, spoil.apply(probe.operation(), valid), strict))
                        .orElse(Stream.of()));
    }

    private Stream<String> faultsOf(Probe probe, List<Spoilt> bodies, boolean strict) {
        Map<String, Long> before = strict ? rowsByTable() : Map.of();
        List<String> faults = bodies.stream()
                .map(spoilt -> probe.faultOf(spoilt, strict))
                .filter(fault -> !fault.isEmpty())
                .toList();
        boolean stored = strict && faults.isEmpty() && !rowsByTable().equals(before);
        return stored ? Stream.of("refused calls changed " + before + " to " + rowsByTable()) : faults.stream();
    }

    private Map<String, Long> rowsByTable() {
        Database database = surroundings.database();
        Map<String, Long> rows = new TreeMap<>();
        database.query("select tablename from pg_tables where schemaname = 'public'").stream()
                .map(row -> (String) row.get("tablename"))
                .filter(table ->
                        !LIVELY.contains(table) && !tablesThatMayChange().contains(table))
                .filter(table -> !table.endsWith("_copy"))
                .forEach(table -> rows.put(table, database.count("select count(*) from \"" + table + "\"")));
        return rows;
    }

    private static String fault(int expected, Answer answer) {
        return answer.status() == expected
                ? answer.faultAsProblem()
                : answer.status() + " instead of " + expected + " " + answer.beginning();
    }

    private static String refusal(Answer answer) {
        return answer.status() >= 400 ? Probe.faultOf(answer) : "answered " + answer.status();
    }
}
