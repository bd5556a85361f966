package org.linli.activity.checkin;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a volunteer shows when arriving or leaving: the scanned code or the six digits, and where the device says it is.
 *
 * @param code the URL behind the QR code, or the token it ends in; null if digits are given
 * @param digits the six digits; null if a code is given
 * @param longitude WGS84 degrees; null if the device does not say
 * @param latitude WGS84 degrees; null if the device does not say
 * @param accuracyMetres how exact the device says it is; recorded, never trusted
 */
record Proof(
        @Size(max = 500) String code,
        @Pattern(regexp = "\\d{6}") String digits,
        @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @Min(0) @Max(1_000_000) Integer accuracyMetres) {

    /** Where the device says it is; null if it does not say. */
    Position position() {
        return Position.of(longitude, latitude);
    }

    /** Whether exactly one of code and digits is given. */
    boolean isOneProof() {
        return (code == null) != (digits == null);
    }

    /** Whether both or none of the coordinates are given. */
    boolean isWholePosition() {
        return (longitude == null) == (latitude == null);
    }
}
