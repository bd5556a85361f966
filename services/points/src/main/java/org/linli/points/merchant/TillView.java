package org.linli.points.merchant;

import java.time.Instant;
import java.util.UUID;

/** A sign-in that may act at the till of a shop. */
record TillView(UUID id, UUID merchantId, UUID accountId, Instant linkedAt) {}
