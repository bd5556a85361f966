package org.linli.activity.checkin;

import java.time.Instant;
import org.linli.kit.access.Caller;

/**
 * What was shown as a proof.
 *
 * @param caller by whom
 * @param proof what
 * @param now when
 */
record Shown(Caller caller, Proof proof, Instant now) {}
