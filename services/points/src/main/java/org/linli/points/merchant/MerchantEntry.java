package org.linli.points.merchant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A shop that is entered: its name and address are public, it stands in a division. */
record MerchantEntry(
        @NotBlank @Size(max = 80) String name,
        @Size(max = 200) String address,

        @NotNull @Pattern(regexp = "\\d{12}(\\d{3})?") String division) {}
