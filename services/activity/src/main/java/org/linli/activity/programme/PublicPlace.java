package org.linli.activity.programme;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Where an activity takes place. Everybody may know; who serves at somebody's home is sent by an order, not by this.
 *
 * @param address as one would tell it to a visitor
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 */
record PublicPlace(
        @NotBlank @Size(max = 200) String address,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude) {}
