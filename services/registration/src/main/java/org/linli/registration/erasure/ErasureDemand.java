package org.linli.registration.erasure;

import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Who is to be erased, and why.
 *
 * @param volunteerId null for oneself, or for a recipient
 * @param recipientId a recipient of help whose file has ended; null for a volunteer
 * @param ground null if the person asks, or a guardian for the minor; operators say which law
 * @param reason of whoever asks neither for oneself nor for a minor
 */
record ErasureDemand(
        UUID volunteerId,
        UUID recipientId,
        Ground ground,
        @Size(max = 300) String reason) {}
