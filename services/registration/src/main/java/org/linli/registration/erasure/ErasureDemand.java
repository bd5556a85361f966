package org.linli.registration.erasure;

import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Who is to be erased, and why.
 *
 * @param volunteerId null for oneself
 * @param ground null if the person asks, or a guardian for the minor; operators say which law
 * @param reason of an operator
 */
record ErasureDemand(
        UUID volunteerId, Ground ground, @Size(max = 300) String reason) {}
