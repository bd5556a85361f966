package org.linli.activity.request;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Where help is wanted. Stored encrypted; in no event.
 *
 * @param address as one would tell it to a visitor
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 */
record Place(
        @NotBlank @Size(max = 200) String address,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude) {
    /** Of an old order whose texts are no longer kept. */
    static final Place GONE = new Place("", 0.0, 0.0);
}
