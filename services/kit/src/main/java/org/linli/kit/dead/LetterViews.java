package org.linli.kit.dead;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.kit.event.Cause;

/** What operators see of letters, and of what they did with them. Nothing personal. */
final class LetterViews {
    private LetterViews() {}

    /**
     * A letter in a list.
     *
     * @param subject what the event is about; masked if it has not the form of an id
     * @param size of the data in bytes
     */
    @Schema(name = "DeadLetter")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterView(
            long id,
            DeadLetter.State state,
            String channel,
            String topic,
            int partition,
            long offset,
            String type,
            String subject,
            int size,
            Cause cause,
            String group,
            int attempts,
            Instant firstFailedAt,
            Instant lastFailedAt,
            Instant settledAt,
            UUID settledBy,
            String reason) {
        static LetterView of(DeadLetter letter) {
            return new LetterView(
                    letter.id(),
                    letter.state(),
                    letter.channel(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.type(),
                    Masking.key(letter.key()),
                    letter.size(),
                    letter.cause(),
                    letter.group(),
                    letter.attempts(),
                    letter.firstFailedAt(),
                    letter.lastFailedAt(),
                    letter.settledAt(),
                    letter.settledBy(),
                    letter.reason());
        }
    }

    /**
     * One letter with what may be shown of it.
     *
     * @param behind an earlier letter about the same, which goes first; absent if there is none
     * @param attributes of the event
     * @param data of the event, with masks; absent if it is no JSON object
     * @param masked how many names and values are hidden
     */
    @Schema(name = "OpenDeadLetter")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenLetter(
            LetterView letter,
            Long behind,
            Map<String, String> attributes,
            @Schema(implementation = Object.class) JsonNode data,
            int masked) {
        static OpenLetter of(DeadLetter letter, DeadLetterRows.Content content) {
            Masking.Shown shown = Masking.of(Redelivery.headers(content), content.data());
            return new OpenLetter(
                    LetterView.of(letter), content.behind(), shown.attributes(), shown.data(), shown.masked());
        }
    }

    /** What became of a letter. */
    @Schema(name = "DeadLetterOutcome")
    enum Result {
        /** It was consumed, or in a dry run would be. */
        CONSUMED,
        /** It was refused again and waits on. */
        REFUSED,
        /** It waits behind an earlier letter about the same thing. */
        HELD,
        /** It did not wait any more: nothing was done. */
        SETTLED,
        /** It was discarded. */
        DISCARDED
    }

    /**
     * What became of one letter.
     *
     * @param effects rows that changed by it; absent unless it was consumed, empty if nothing changed
     * @param cause why it was refused
     * @param behind the letter that goes first
     */
    @Schema(name = "DeadLetterResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterResult(long letter, Result result, List<TableChange> effects, Cause cause, Long behind) {
        static LetterResult of(DeadLetter letter, Result result) {
            return new LetterResult(letter.id(), result, null, null, null);
        }
    }

    /**
     * What became of several.
     *
     * @param counts how many by result
     * @param next where to go on, for {@code after}; absent if all of the group were taken
     */
    @Schema(name = "DeadLetterReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(List<LetterResult> results, Map<Result, Long> counts, Long next) {}
}
