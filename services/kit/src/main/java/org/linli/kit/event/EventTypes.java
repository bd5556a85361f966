package org.linli.kit.event;

import java.util.regex.Pattern;

/** Types of events in what operators see: a header that is none of ours may hold anything. */
final class EventTypes {
    private static final Pattern FORM = Pattern.compile("linli(\\.[a-z]+(-[a-z]+)*){3}\\.v\\d{1,3}");
    private static final int LONGEST = 120;

    private EventTypes() {}

    /** The type if it has the form of one, whether this version knows it or not; else null. */
    static String shown(String type) {
        return type != null && type.length() <= LONGEST && FORM.matcher(type).matches() ? type : null;
    }
}
