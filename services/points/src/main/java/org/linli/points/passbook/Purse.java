package org.linli.points.passbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What a passbook holds in one unit. Amounts in hundredths.
 *
 * @param unit the scheme
 * @param balance what may be spent
 * @param held what is set aside for redemptions under way
 * @param owed what later points will pay first, because points already spent were taken back
 * @param firstEnding when the first of them end; absent if none do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Purse(String unit, long balance, long held, long owed, Instant firstEnding) {}
