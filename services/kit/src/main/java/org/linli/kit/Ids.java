package org.linli.kit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes ids: version 7 of RFC 9562, so that newer ids sort behind older ones and indexes grow at one end. */
public final class Ids {
    private static final TimeBasedEpochGenerator EPOCH = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id. */
    public static UUID next() {
        return EPOCH.generate();
    }
}
