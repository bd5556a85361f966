package org.linli.kit.dead;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.kit.event.CauseGroup;

/**
 * Which letters are meant: these, or those of a group.
 *
 * @param letters ids
 * @param group all of this group that wait
 * @param after go on behind this letter of the group
 * @param limit how many of the group at once; 50 unless given
 */
// public, or the subclass that checks the constraints of a service's resource could not name it
@Schema(name = "DeadLetterChoice", description = "Either letters, or a group of which as many as limit says are taken.")
public record LetterChoice(
        @Size(min = 1, max = LetterChoice.MOST) List<@NotNull @Min(1) Long> letters,
        @Pattern(regexp = CauseGroup.PATTERN) String group,
        @Min(0) Long after,
        @Min(1) @Max(LetterChoice.MOST) Integer limit) {
    /** One transaction takes no more. */
    static final int MOST = 200;

    private static final int USUAL = 50;

    public LetterChoice {
        letters = letters == null || letters.stream().anyMatch(Objects::isNull) ? letters : List.copyOf(letters);
    }

    /** Exactly one of both says what is meant. */
    boolean saysOneThing() {
        return (letters == null) != (group == null);
    }

    int most() {
        return limit == null ? USUAL : limit;
    }

    long begin() {
        return after == null ? 0 : after;
    }
}
