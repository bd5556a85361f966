package org.linli.kit.person;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Knows for which minors a sign-in stands as guardian. Registration answers from its own tables. */
public interface Wards {
    /** The minor, if the account stands for them now; null if not. In the current Hibernate session. */
    Uni<Person> of(UUID guardianAccount, UUID volunteer);
}
