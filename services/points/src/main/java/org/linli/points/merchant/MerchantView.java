package org.linli.points.merchant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.kit.http.Versioned;

/** A partner shop as everybody sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MerchantView(
        UUID id, String name, String address, String division, MerchantStatus status, Instant enteredAt, long version)
        implements Versioned {}
