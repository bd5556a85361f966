package org.linli.gateway.limit;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;

/** What a call takes of us. Each has an allowance of its own, so that reading much does not keep from writing. */
public enum Kind {
    /** Looks at something. */
    READ,
    /** Could change something. */
    WRITE,
    /** Signs in or out, or shows an API key for the first time in a while; counted by address. */
    SIGN_IN,
    /** Needs no sign-in; counted by address. */
    OPEN;

    /** The kind of a call of somebody who is known. */
    public static Kind of(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD ? READ : WRITE;
    }

    /** The name as it stands in headers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
