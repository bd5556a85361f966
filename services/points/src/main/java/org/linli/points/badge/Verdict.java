package org.linli.points.badge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What the issuer says of a credential that somebody showed.
 *
 * @param verified whether it was issued here, just so, and still counts
 * @param fault what is wrong with it; absent if it is verified
 * @param badge name of the badge; absent unless it was issued here
 * @param awardedAt when it was earned; absent unless it was issued here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(boolean verified, Fault fault, String badge, Instant awardedAt) {

    /** Why a credential does not count. */
    enum Fault {
        /** Not signed by this issuer, or changed since. */
        SIGNATURE,
        /** Signed here, but no badge that anybody holds: a list of revocations, for example. */
        NO_BADGE,
        /** Taken back by a decision. */
        REVOKED
    }

    static Verdict faulty(Fault fault) {
        return new Verdict(false, fault, null, null);
    }
}
