package org.linli.notification.feed;

import java.util.List;

/**
 * Some events of a feed.
 *
 * @param district six digits
 * @param events in their order
 * @param behind number of the last event that was looked at: where to go on
 * @param newest number of the newest event of the feed
 */
record FeedPage(String district, List<FeedEvent> events, long behind, long newest) {
    FeedPage {
        events = List.copyOf(events);
    }

    /** Where to go on. */
    FeedCursor next() {
        return new FeedCursor(district, behind);
    }

    /** Whether nothing more is there now. */
    boolean isEnd() {
        return behind >= newest;
    }

    /**
     * One event.
     *
     * @param sequence its number in the feed
     * @param type CloudEvents type
     * @param content the rest of it in JSON, without the brace it begins with
     */
    record FeedEvent(long sequence, String type, String content) {
        /**
         * The whole structured CloudEvent in JSON.
         *
         * @param address where Linli is reached; the schema of the data is to be had there
         */
        String json(String address) {
            return "{\"feedsequence\":\"" + sequence + "\",\"dataschema\":\"" + address + "/schemas/" + type
                    + ".json\"," + content;
        }
    }
}
