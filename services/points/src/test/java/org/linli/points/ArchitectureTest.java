package org.linli.points;

import java.util.Set;
import org.linli.kit.test.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    @Override
    protected String rootPackage() {
        return "org.linli.points";
    }

    /** The queue of credits is one use case for many callers: their transaction is its batch. */
    @Override
    protected Set<String> alsoOpenTransactions() {
        return Set.of("CreditQueue");
    }
}
