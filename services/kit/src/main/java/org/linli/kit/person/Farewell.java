package org.linli.kit.person;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * What a feature ends when a volunteer or a recipient of help was erased: what was still before the person is given
 * back, given up or given to others by the feature's own rules, before the rows are cleared. Runs inside a Hibernate
 * transaction, more than once if need be.
 */
public interface Farewell {
    /**
     * Ends some of it.
     *
     * @param person the volunteer or the recipient
     * @param account the sign-in that went with the person; the id of nobody if there was none
     * @return whether nothing is left; otherwise it is asked again, in a transaction of its own
     */
    Uni<Boolean> leave(UUID person, UUID account);
}
