package org.linli.activity.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.linli.contracts.activity.ReviewSide;

/**
 * A review as both sides and the station see it.
 *
 * @param round of the order
 * @param side who speaks
 * @param stars 1 to 5
 * @param text what was said
 * @param onBehalf whether the station wrote it for the recipient
 * @param writtenAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(int round, ReviewSide side, int stars, String text, boolean onBehalf, Instant writtenAt) {}
