package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What volunteers ask about erasure, in the current Hibernate session; that feature answers. */
public interface ErasedRecently {
    /** Whether the person behind a sign-in was erased so recently that not every service may have followed yet. */
    Uni<Boolean> was(UUID account);
}
