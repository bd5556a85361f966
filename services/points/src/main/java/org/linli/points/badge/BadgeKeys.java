package org.linli.points.badge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.kit.crypto.KeyFiles;
import org.linli.points.PointsConfiguration;

/**
 * The keys of credentials; they live as long as the data. One signs; those that signed before it are still published,
 * and what they signed still verifies, as long as their files are there (docs/decisions/0096).
 */
@ApplicationScoped
class BadgeKeys {
    private static final String FILE = "badge-signing.jwk";

    private final BadgeKey signing;
    private final List<BadgeKey> all;

    @Inject
    BadgeKeys(KeyFiles files, PointsConfiguration configuration) {
        String base = configuration.badges().publicUrl() + "/open-badges/keys";
        signing = BadgeKey.of(files.text(FILE, BadgeKey::fresh), base);
        Stream<BadgeKey> before = files.earlier(FILE).stream().map(jwk -> BadgeKey.of(jwk, base));
        all = Stream.concat(Stream.of(signing), before).toList();
    }

    /** The one that signs now. */
    BadgeKey signing() {
        return signing;
    }

    /** What a compact JWS says, if one of the keys signed it just so. */
    Optional<String> verified(String compact) {
        return all.stream().flatMap(key -> key.verified(compact).stream()).findFirst();
    }

    /** The public half of one of them. */
    Optional<Map<String, Object>> publicJwk(String thumbprint) {
        return all.stream()
                .filter(key -> key.thumbprint().equals(thumbprint))
                .map(BadgeKey::publicJwk)
                .findFirst();
    }

    /** The public halves of all of them. */
    List<Map<String, Object>> publicJwks() {
        return all.stream().map(BadgeKey::publicJwk).toList();
    }
}
