package org.linli.kit;

/**
 * An expected reason to say no. Each service has one enumeration of them, in order of precedence (the first that
 * applies is the one the caller sees); its sentences stand in {@code problems.properties} (English) and {@code
 * problems_zh_CN.properties} under the code. {@code contracts/failures.md} is exported from these enumerations.
 */
public interface Refusal {
    /** Stable code, kebab-case; never changes its meaning. */
    String code();

    /** HTTP status, 4xx. */
    int status();
}
