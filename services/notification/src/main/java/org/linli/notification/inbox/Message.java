package org.linli.notification.inbox;

import java.time.Instant;

/**
 * A message as its reader sees it.
 *
 * @param sequence its number in the inbox, without gaps; also the id of the event in the live stream
 * @param kind stable name of the message
 * @param title one line in the reader's language
 * @param text one or two sentences
 * @param subjectType what it is about, for example {@code request}
 * @param subjectId its id
 * @param happenedAt when the cause happened
 * @param arrivedAt when it reached the inbox
 * @param read whether it was read
 * @param archived whether it was put away
 * @param silent whether it arrived in its reader's quiet hours, or is of a kind that is not to make itself noticed: a
 *     page shows it and does not ring
 */
public record Message(
        long sequence,
        String kind,
        String title,
        String text,
        String subjectType,
        String subjectId,
        Instant happenedAt,
        Instant arrivedAt,
        boolean read,
        boolean archived,
        boolean silent) {}
