package org.linli.gateway.call;

import java.util.UUID;

/** The number under which one call is found in answers, logs and services. */
final class RequestId {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 64;

    private RequestId() {}

    /** The caller's own id if it is one that can stand in logs and headers, else a new one. */
    static String of(String offered) {
        return isSane(offered) ? offered : UUID.randomUUID().toString();
    }

    private static boolean isSane(String id) {
        if (id == null || id.length() < SHORTEST || id.length() > LONGEST) {
            return false;
        }
        return id.chars().allMatch(RequestId::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || c == '.';
    }
}
