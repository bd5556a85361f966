package org.linli.kit.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** Something a client may read and then change: its version travels as ETag and comes back as If-Match. */
public interface Versioned {
    /** Its id. */
    UUID id();

    /** Grows with every change. */
    @JsonIgnore
    long version();
}
