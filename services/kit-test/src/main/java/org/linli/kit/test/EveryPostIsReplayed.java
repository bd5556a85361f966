package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.linli.kit.test.Api.Answer;

/**
 * Decision 13, for every POST that the service's OpenAPI has: the same {@code Idempotency-Key} happens once, whoever
 * asks however often. Subclasses carry {@code @QuarkusTest} and {@code @WithTestResource(LinliTestResource.class)}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryPostIsReplayed {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int DUPLICATES = 6;

    private final Api api = new Api();

    /** Prepared and not used up by one test: the next one takes it. */
    private final Map<String, Sample> unused = new HashMap<>();

    /** Done once under their key: what a replay needs. */
    private final Map<String, Sample> done = new HashMap<>();

    /** Filled by {@link LinliTestResource}. */
    protected Surroundings surroundings;

    /**
     * For each POST, named {@code POST /api/v1/requests/{id}/acceptance}, a supplier of calls that succeed. Each call
     * of the supplier prepares a fresh one (a new request to be accepted). Other methods' samples are ignored.
     */
    protected abstract Map<String, Supplier<Sample>> samples();

    /** POST operations that move nothing and take no key; each needs a reason beside it in the subclass. */
    protected Set<String> withoutKey() {
        return Set.of();
    }

    /** Operations after which their caller has no rights left, so that a replay tells only that it was done. */
    protected Set<String> endsItsCaller() {
        return Set.of();
    }

    @Test
    @DisplayName("Every POST of the OpenAPI has a sample")
    public void everyPostHasASample() {
        List<Operation> posts = api.operations().stream()
                .filter(operation -> "POST".equals(operation.method()))
                .toList();
        Set<String> named = new TreeSet<>(samples().keySet());
        named.removeIf(name -> !name.startsWith("POST "));
        named.addAll(withoutKey());
        assertThat(Api.mismatch(posts, named)).isEmpty();
    }

    @Test
    @DisplayName("A replay gets the first answer and says that it is one")
    public void aReplayGetsTheFirstAnswer() {
        judge((post, sample) -> {
            Sample keyed = keyed(sample.get());
            Answer first = api.send(post, keyed);
            done.put(post.key(), keyed);
            if (!first.succeeded() || !first.header(REPLAYED).isEmpty()) {
                return "the sample does not succeed: " + first.status() + " " + first.beginning();
            }
            Answer second = api.send(post, keyed);
            if (endsItsCaller().contains(post.key())) {
                return second.status() == 409 && second.text().contains("\"answer-withheld\"")
                        ? ""
                        : "a replay by whom the first one ended is answered " + second.status();
            }
            boolean same = second.status() == first.status()
                    && second.text().equals(first.text())
                    && second.header("location").equals(first.header("location"));
            return same && "true".equals(second.header(REPLAYED))
                    ? ""
                    : "the replay answers " + second.status() + " " + REPLAYED + "=" + second.header(REPLAYED) + " "
                            + second.beginning() + " after " + first.status() + " " + first.beginning();
        });
    }

    @Test
    @DisplayName("The same key with another body is refused with 409")
    public void theSameKeyWithAnotherBodyIsRefused() {
        judge((post, sample) -> {
            Sample keyed = done.computeIfAbsent(post.key(), key -> keyed(sample.get()));
            if (keyed.body() == null || !api.send(post, keyed).succeeded()) {
                return "";
            }
            Optional<Answer> answer = others(keyed, sample)
                    .map(other -> api.send(post, keyed.withBody(other)))
                    .filter(other -> other.succeeded() || saysReused(other))
                    .findFirst();
            if (answer.filter(Answer::succeeded).isPresent()) {
                return "another body succeeds under the same key";
            }
            return answer.isPresent()
                    ? ""
                    : "another body under the same key is not answered with idempotency-key-reused";
        });
    }

    @Test
    @DisplayName("Duplicates that arrive together have one effect")
    public void duplicatesThatArriveTogetherHaveOneEffect() {
        judge((post, sample) -> {
            Sample keyed = keyed(sample.get());
            List<Answer> answers = together(() -> api.send(post, keyed));
            List<Answer> firsts = answers.stream()
                    .filter(answer ->
                            answer.succeeded() && answer.header(REPLAYED).isEmpty())
                    .toList();
            if (firsts.size() != 1) {
                return firsts.size() + " of the duplicates took effect";
            }
            return answers.stream()
                    .map(answer -> faultBeside(firsts.getFirst(), answer))
                    .filter(fault -> !fault.isEmpty())
                    .findFirst()
                    .orElse("");
        });
    }

    @Test
    @DisplayName("A key that is none is refused")
    public void aKeyThatIsNoneIsRefused() {
        judge((post, sample) -> {
            Sample refused = sample.get();
            unused.put(post.key(), refused);
            Answer answer = api.send(post, refused.with(KEY, "short"));
            return answer.status() == 400 ? answer.faultAsProblem() : "a malformed key is answered " + answer.status();
        });
    }

    /** What is wrong with an operation; empty if nothing is. */
    private interface Judgement {
        String of(Operation post, Supplier<Sample> sample);
    }

    private void judge(Judgement judgement) {
        Map<String, Supplier<Sample>> samples = samples();
        List<String> faults = posts().filter(post -> samples.containsKey(post.key()))
                .map(post -> post.key() + ": " + judgement.of(post, () -> prepared(post, samples)))
                .filter(fault -> !fault.endsWith(": "))
                .toList();
        assertThat(faults).isEmpty();
    }

    private Sample prepared(Operation post, Map<String, Supplier<Sample>> samples) {
        Sample left = unused.remove(post.key());
        return left == null ? samples.get(post.key()).get() : left;
    }

    private Stream<Operation> posts() {
        return api.operations().stream()
                .filter(operation -> "POST".equals(operation.method()))
                .filter(operation -> !withoutKey().contains(operation.key()));
    }

    private static Sample keyed(Sample sample) {
        return sample.with(KEY, UUID.randomUUID().toString());
    }

    private static boolean saysReused(Answer answer) {
        return answer.status() == 409
                && "idempotency-key-reused".equals(answer.json().path("code").asText());
    }

    private static String faultBeside(Answer first, Answer answer) {
        if (answer.succeeded()) {
            return answer.text().equals(first.text()) ? "" : "a duplicate got another answer: " + answer.beginning();
        }
        return answer.status() == 409 ? answer.faultAsProblem() : "a duplicate is answered " + answer.status();
    }

    private static List<Answer> together(Supplier<Answer> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> calls = IntStream.range(0, DUPLICATES)
                    .mapToObj(number -> CompletableFuture.supplyAsync(call, threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Other bodies that the operation may understand: one of them is enough to find out. */
    private static Stream<String> others(Sample sample, Supplier<Sample> another) {
        List<String> bodies = new ArrayList<>();
        if (Bodies.read(sample.body()) instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> changed(field.getValue()).ifPresent(value -> {
                        ObjectNode copy = object.deepCopy();
                        copy.set(field.getKey(), value);
                        bodies.add(copy.toString());
                    }));
        } else {
            bodies.add(sample.body() + "\n");
        }
        // prepared only if none of the others told it
        Stream<String> last = Stream.generate(another).limit(1).map(Sample::body);
        return Stream.concat(bodies.stream(), last)
                .filter(Objects::nonNull)
                .filter(body -> !body.equals(sample.body()));
    }

    private static Optional<JsonNode> changed(JsonNode value) {
        if (value.isIntegralNumber()) {
            return Optional.of(LongNode.valueOf(value.asLong() + 1));
        }
        if (value.isBoolean()) {
            return Optional.of(BooleanNode.valueOf(!value.asBoolean()));
        }
        return value.isTextual() ? Optional.of(TextNode.valueOf(value.asText() + "x")) : Optional.empty();
    }
}
