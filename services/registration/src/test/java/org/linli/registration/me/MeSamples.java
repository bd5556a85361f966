package org.linli.registration.me;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about oneself that succeed. */
public final class MeSamples implements FeatureSamples {
    private static final String SESSIONS = "/api/v1/me/browser-sessions";

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.somebody().token();
        return Map.of(
                "GET /api/v1/me",
                () -> Sample.of("/api/v1/me", token),
                "GET " + SESSIONS,
                () -> Sample.of(SESSIONS, token),
                "POST " + SESSIONS,
                () -> Sample.of(SESSIONS, token),
                "POST " + SESSIONS + "/end",
                () -> Sample.of(SESSIONS + "/end", token),
                "POST " + SESSIONS + "/{id}/end",
                () -> Sample.of(
                        SESSIONS + "/"
                                + Calls.by(token).post("me/browser-sessions").path("id") + "/end",
                        token));
    }

    @Override
    public Set<String> openToForeigners() {
        // everybody may know who they are, and where they are signed in
        return Set.of("GET /api/v1/me", "GET " + SESSIONS, "POST " + SESSIONS, "POST " + SESSIONS + "/end");
    }
}
