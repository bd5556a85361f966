package org.linli.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** The option of commands that also work on a demo that runs elsewhere. */
public final class AtGateway {
    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "A demo in containers, by the address of its gateway, instead of the city of ./linli up.")
    private URI gateway;

    /** Where to work; a sentence if nothing runs there. */
    public Workplace workplace() {
        Workplace here = Workplace.here();
        if (gateway != null) {
            return here.elsewhere(gateway);
        }
        here.running(3);
        return here;
    }
}
