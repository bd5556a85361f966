package org.linli.registration.volunteer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * The file of somebody brought over from a former system is handed to them.
 *
 * @param accountId their own sign-in, as {@code /me} shows it to them
 * @param reason how the station knows them, for the audit trail
 */
record HandOver(
        @NotNull UUID accountId, @NotBlank @Size(max = 300) String reason) {}
