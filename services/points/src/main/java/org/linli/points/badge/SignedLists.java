package org.linli.points.badge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lists of revocations as they were signed last: anybody may ask for them, and a signature costs a millisecond. A list
 * only grows, so the number of its revocations says whether it is still the same; every replica signs the same text.
 */
@ApplicationScoped
class SignedLists {
    private final Map<Long, Signed> signed = new ConcurrentHashMap<>();
    private final OpenBadge openBadge;
    private final BadgeKeys keys;

    @Inject
    SignedLists(OpenBadge openBadge, BadgeKeys keys) {
        this.openBadge = openBadge;
        this.keys = keys;
    }

    /**
     * A list that was signed.
     *
     * @param tag names what it says and who signed it
     * @param credential a compact JWT
     */
    record Signed(String tag, String credential) {}

    /** The list as it was signed last, if so many of it were revoked then. */
    Optional<Signed> kept(long number, long revoked) {
        return Optional.ofNullable(signed.get(number)).filter(list -> list.tag().equals(tag(revoked)));
    }

    private String tag(long revoked) {
        return revoked + "-" + keys.signing().thumbprint();
    }

    /** The list with its signature. */
    Signed of(StatusList list) {
        String tag = tag(list.revoked().size());
        return signed.compute(
                list.number(),
                (number, before) -> before != null && before.tag().equals(tag)
                        ? before
                        : new Signed(tag, keys.signing().sign(openBadge.statusCredential(list))));
    }
}
