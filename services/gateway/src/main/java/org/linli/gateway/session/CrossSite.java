package org.linli.gateway.session;

import java.util.Optional;
import java.util.Set;
import org.linli.gateway.call.Call;

/**
 * Keeps other sites' pages from acting with a person's session (OWASP CSRF Prevention Cheat Sheet). A call that could
 * change something carries a header of its own, which no form can send and a script of another site only after asking
 * (CORS), which is never allowed; and where the browser says from which page a call comes, that page must be ours.
 */
public final class CrossSite {

    /** Any value will do. */
    public static final String HEADER = "X-Requested-With";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private CrossSite() {}

    /**
     * Whether a call with a session may be another site's.
     *
     * @param ownAddress scheme, host and port of our own pages if that is set
     */
    public static boolean suspects(Call call, Optional<String> ownAddress) {
        if (SAFE.contains(call.request().method().name())) {
            return false;
        }
        String marked = call.request().getHeader(HEADER);
        String site = call.request().getHeader("Sec-Fetch-Site");
        String origin = call.request().getHeader("Origin");
        boolean ownPage = origin == null
                || origin.equals(call.origin().address())
                || ownAddress.filter(origin::equals).isPresent();
        boolean sameSite = site == null || site.equals("same-origin");
        return marked == null || marked.isBlank() || !ownPage || !sameSite;
    }
}
