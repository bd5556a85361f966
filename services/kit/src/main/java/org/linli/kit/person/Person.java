package org.linli.kit.person;

import java.util.UUID;

/**
 * Whose data. What somebody is not is the id of nobody, so that conditions of SQL need no case for it.
 *
 * @param volunteer the volunteer
 * @param account the sign-in
 * @param recipient the recipient of help
 */
public record Person(UUID volunteer, UUID account, UUID recipient) {
    private static final UUID NOBODY = new UUID(0, 0);

    public Person {
        volunteer = volunteer == null ? NOBODY : volunteer;
        account = account == null ? NOBODY : account;
        recipient = recipient == null ? NOBODY : recipient;
    }
}
