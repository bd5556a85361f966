package org.linli.points.verification;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The answer to one question about the ledger.
 *
 * @param name of the question
 * @param sound whether it is as it must be
 * @param examined how many things were looked at
 * @param detail what is wrong, with at most a few ids; absent if nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Check(String name, boolean sound, long examined, String detail) {}
