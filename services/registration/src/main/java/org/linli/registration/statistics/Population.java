package org.linli.registration.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What is known of a division beside its place in the tree.
 *
 * @param residents resident population (常住人口); null if unknown
 * @param urban whether a community is urban (城镇); null: as its code says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Population(@Min(0) @Max(10_000_000_000L) Long residents, Boolean urban) {}
