package org.linli.cli.supervise;

import java.util.Map;

/** What makes a small JVM smaller. */
public final class LessMemory {
    /** glibc gives every thread an arena of its own by default, which costs some tens of megabytes a JVM. */
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private LessMemory() {}
}
