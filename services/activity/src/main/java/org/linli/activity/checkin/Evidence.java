package org.linli.activity.checkin;

import java.time.Instant;
import java.util.UUID;

/**
 * What is kept beside the proof. Coordinates of people are not: where somebody was is told by the distance alone.
 *
 * @param recordedBy the account whose call it was
 * @param recordedAt when it was recorded
 * @param distanceMetres from the place of service; null if one of both places is not known
 * @param accuracyMetres how exact the device says it is; null if it does not say
 */
record Evidence(UUID recordedBy, Instant recordedAt, Integer distanceMetres, Integer accuracyMetres) {

    /** Stands for nobody: no account has this id. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** Of a rule: nobody's call it was. */
    static Evidence byRule(Instant recordedAt) {
        return new Evidence(NOBODY, recordedAt, null, null);
    }

    /** Of somebody who keeps a list: there is no device. */
    static Evidence ofList(UUID recordedBy, Instant recordedAt) {
        return new Evidence(recordedBy, recordedAt, null, null);
    }
}
