package org.linli.notification.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A client that follows an inbox, as a page would. */
final class LiveStream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Long> numbers = new CopyOnWriteArrayList<>();

    private LiveStream() {}

    static LiveStream open(int port, String token, Long lastEventId) throws IOException, InterruptedException {
        LiveStream stream = new LiveStream();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/inbox/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        HttpResponse<Stream<String>> answer = stream.client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("the stream answered " + answer.statusCode());
        }
        Thread.ofVirtual().start(() -> stream.follow(answer.body()));
        // the first line says that the stream knows where it begins
        stream.begun.await();
        return stream;
    }

    List<Long> numbers() {
        return List.copyOf(numbers);
    }

    private void follow(Stream<String> lines) {
        try {
            lines.peek(line -> begun.countDown())
                    .filter(line -> line.startsWith("id:"))
                    .forEach(
                            line -> numbers.add(Long.parseLong(line.substring(3).trim())));
        } catch (RuntimeException closed) {
            // the test closed the client
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
