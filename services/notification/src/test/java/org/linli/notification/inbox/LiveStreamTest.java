package org.linli.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class LiveStreamTest {
    private static final Duration SOON = Duration.ofSeconds(45);

    Surroundings surroundings;

    @Test
    void aMessageReachesAnOpenStream() throws Exception {
        // Given
        Story story = new Story(surroundings);
        try (LiveStream stream = open(story, null)) {
            // When
            story.pointsPosted(1, 100, 100);
            // Then
            await().atMost(SOON).until(() -> stream.numbers().equals(List.of(1L)));
        }
    }

    @Test
    void aStreamResumesBehindTheLastEventWithoutLossOrRepetition() throws Exception {
        // Given a reader who saw two messages and went away
        Story story = new Story(surroundings);
        story.pointsPosted(1, 100, 100);
        story.pointsPosted(2, 100, 200);
        story.awaitMessages(2);
        // When more arrive, and the reader comes back
        LongStream.rangeClosed(3, 250).forEach(number -> story.pointsPosted(number, 1, number));
        story.awaitMessages(250);
        try (LiveStream stream = open(story, 2L)) {
            // Then everything missed arrives once and in order, and what is new too
            await().atMost(SOON).until(() -> stream.numbers().size() >= 248);
            story.pointsPosted(251, 1, 251);
            await().atMost(SOON).until(() -> stream.numbers().size() >= 249);
            assertThat(stream.numbers())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(3, 251).boxed().toList());
        }
    }

    @Test
    void aStreamWithoutLastEventBeginsWithWhatIsNew() throws Exception {
        // Given
        Story story = new Story(surroundings);
        story.pointsPosted(1, 100, 100);
        story.awaitMessages(1);
        try (LiveStream stream = open(story, null)) {
            // When
            story.pointsPosted(2, 100, 200);
            // Then
            await().atMost(SOON).until(() -> !stream.numbers().isEmpty());
            assertThat(stream.numbers()).containsExactly(2L);
        }
    }

    private LiveStream open(Story story, Long lastEventId) throws Exception {
        return LiveStream.open(RestAssured.port, surroundings.issuer().tokenFor(story.subject()), lastEventId);
    }
}
