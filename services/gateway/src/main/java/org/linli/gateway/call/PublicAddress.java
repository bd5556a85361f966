package org.linli.gateway.call;

import java.net.URI;
import java.util.Optional;

/** Our own address as browsers know it, if the site sets it. */
public final class PublicAddress {

    private PublicAddress() {}

    /** As a page of ours has it for its origin: scheme, host and port without a slash, however it was written. */
    public static Optional<String> origin(Optional<URI> configured) {
        return configured.map(address -> {
            String text = address.toString();
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == '/') {
                end--;
            }
            return text.substring(0, end);
        });
    }
}
