package org.linli.cli.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.linli.cli.Waiting;

/** One who makes requests up and sends them, one operation after the other, until the time is over. */
final class Fuzzer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofMillis(200);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final URI gateway;
    private final Tokens tokens;
    private final Counts counts;
    private final Harvest harvest;
    private final Wishes wishes;
    private final List<Operation> operations;

    Fuzzer(URI gateway, Tokens tokens, Counts counts, Harvest harvest, JsonNode document, long seed) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.counts = counts;
        this.harvest = harvest;
        Random random = new Random(seed);
        this.wishes = new Wishes(document, harvest, random);
        this.operations = new ArrayList<>(Operation.of(document));
        Collections.shuffle(operations, random);
    }

    /** Bearer tokens of personas. */
    interface Tokens {
        String of(String persona);
    }

    void until(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            for (Operation operation : operations) {
                if (System.nanoTime() >= nanoTime) {
                    return;
                }
                send(wishes.next(operation));
            }
        }
    }

    private void send(Wish wish) {
        try {
            judge(wish, answerTo(request(wish)));
        } catch (IllegalArgumentException notSendable) {
            counts.notSent(wish);
        } catch (IOException noAnswer) {
            counts.fault(wish, "no answer: " + noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A connection may end just when it is used again; Java's client repeats only what changes nothing. */
    private static HttpResponse<String> answerTo(HttpRequest request) throws IOException, InterruptedException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw late;
        } catch (IOException ended) {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private void judge(Wish wish, HttpResponse<String> answer) {
        if (Judge.isLater(
                answer.statusCode(), answer.headers().firstValue("Retry-After").isPresent())) {
            counts.later(wish);
            Waiting.pause(LATER);
            return;
        }
        JsonNode json = json(answer.body());
        counts.answer(wish, answer.statusCode());
        String type = answer.headers().firstValue("Content-Type").orElse("no content type");
        Judge.faultOf(answer.statusCode(), type, answer.body(), json)
                .ifPresent(fault -> counts.fault(wish, fault + ": " + answer.body()));
        if (answer.statusCode() < 300) {
            harvest.keep(wish.operation().path(), json);
        }
    }

    private HttpRequest request(Wish wish) {
        BodyPublisher body = wish.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(wish.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + wish.target()))
                .timeout(PATIENCE)
                .method(wish.operation().method(), body);
        wish.headers().forEach(request::setHeader);
        if (!wish.who().isEmpty()) {
            request.setHeader("Authorization", "Bearer " + tokens.of(wish.who()));
        }
        return request.build();
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
