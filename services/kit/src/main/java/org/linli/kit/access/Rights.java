package org.linli.kit.access;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Tells who an account is and what it may do. Registration answers from its own tables, every other service from its
 * local copy.
 */
public interface Rights {
    /** The caller behind an account, with the grants in force now. An unknown account has none. */
    Uni<Caller> of(UUID accountId);
}
