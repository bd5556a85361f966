package org.linli.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Kafka's measuring producer says. */
final class ProducerReport {
    private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");

    private ProducerReport() {}

    /** Messages a second over the whole run: the last line that tells a rate. */
    static double rate(String said) {
        Matcher matcher = RATE.matcher(said);
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1);
        }
        if (last == null) {
            throw new IllegalArgumentException("the producer told no rate: " + said);
        }
        return Double.parseDouble(last);
    }
}
