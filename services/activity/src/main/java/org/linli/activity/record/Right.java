package org.linli.activity.record;

import java.util.Set;
import java.util.UUID;

/**
 * What is right instead of an entry.
 *
 * @param entryId id of the new entry
 * @param minutes how many minutes are right, 0 for none
 * @param why the reason, in somebody's words
 * @param evidence what proves more minutes than were recorded, encrypted; null without
 * @param parties the accounts that entered, approved or decided any entry of the chain: none of them may add minutes
 */
record Right(UUID entryId, int minutes, String why, byte[] evidence, Set<UUID> parties) {
    Right {
        parties = Set.copyOf(parties);
    }
}
