package org.linli.points.ledger;

import java.util.Objects;

/** Which version of which rule made a posting. */
public record RuleReference(String code, int version) {
    public RuleReference {
        Objects.requireNonNull(code);
    }
}
