package org.linli.kit.dead;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.kit.event.CauseGroup;

/**
 * Which letters will never be consumed, and why.
 *
 * @param reason kept with each of them and in the audit
 */
// public, or the subclass that checks the constraints of a service's resource could not name it
@Schema(
        name = "DeadLetterDiscard",
        description = "Either letters, or a group of which as many as limit says are taken.")
public record LetterDiscard(
        @Size(min = 1, max = LetterChoice.MOST) List<@NotNull @Min(1) Long> letters,
        @Pattern(regexp = CauseGroup.PATTERN) String group,
        @Min(0) Long after,
        @Min(1) @Max(LetterChoice.MOST) Integer limit,
        @NotBlank @Size(max = 500) String reason) {
    public LetterDiscard {
        letters = letters == null || letters.stream().anyMatch(Objects::isNull) ? letters : List.copyOf(letters);
    }

    LetterChoice choice() {
        return new LetterChoice(letters, group, after, limit);
    }
}
