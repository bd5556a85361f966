package org.linli.contracts;

/** Names of the Kafka topics. Service topics keep everything, so that local copies can be rebuilt. */
public final class Topics {
    public static final String REGISTRATION = "linli.registration";
    public static final String ACTIVITY = "linli.activity";
    public static final String POINTS = "linli.points";
    public static final String NOTIFICATION = "linli.notification";
    /** The forward offset of the clock on one machine (profile {@code local}). */
    public static final String CLOCK = "linli.clock";

    private Topics() {}

    /** Where a service sets aside what it cannot understand. */
    public static String dead(String service) {
        return "linli." + service + ".dead";
    }
}
