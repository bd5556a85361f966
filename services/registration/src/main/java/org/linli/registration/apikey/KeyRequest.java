package org.linli.registration.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * A key to be made.
 *
 * @param name what it is for, so that it is recognised in a list; nobody's name
 * @param role what it allows; the role of platform operators is for people only
 * @param division below which division
 * @param stationId only for this station in the division; absent if not
 * @param resources first parts of the paths it may call, for example {@code check-ins}
 * @param mayWrite whether it may change something; else it reads
 * @param perMinute how many calls a minute are agreed
 * @param until first moment it no longer counts
 */
record KeyRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull Role role,
        @NotNull @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
        UUID stationId,
        @NotEmpty @Size(max = 30) List<@NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}") String> resources,
        boolean mayWrite,
        @NotNull @Min(1) @Max(100_000) Integer perMinute,
        @NotNull Instant until) {

    KeyRequest {
        resources = resources == null
                ? null
                : resources.stream().distinct().sorted().toList();
    }

    /** Whether it may be made at all, whoever asks. */
    Outcome<KeyRequest> check(Instant now, Duration longest) {
        if (role == Role.PLATFORM_OPERATOR) {
            return Outcome.refused(RegistrationRefusal.GRANT_ABOVE_OWN, "role");
        }
        boolean fits = until.isAfter(now) && !until.isAfter(now.plus(longest));
        return fits ? Outcome.done(this) : Outcome.refused(RegistrationRefusal.API_KEY_PERIOD_INVALID, "until");
    }
}
