package org.linli.gateway.route;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What a request line asks for, in the one reading that we and the services share. A path that another program might
 * read differently (dot segments, encoded slashes) is none: behind it could be something that must not be reached.
 *
 * @param path the path, starting with a slash, still percent-encoded
 * @param query the query without its question mark, empty if there is none
 */
public record RequestTarget(String path, String query) {

    /** Reads the target of a request line in origin form or absolute form; empty if it must not be passed on. */
    public static Optional<RequestTarget> of(String uri) {
        String target = withoutAuthority(uri);
        int hash = target.indexOf('#');
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        if (hash >= 0 || !isUnambiguous(path) || hasForeignCharacter(query)) {
            return Optional.empty();
        }
        return Optional.of(new RequestTarget(path, query));
    }

    /** As it is sent to a service. */
    public String toRequestLine() {
        return query.isEmpty() ? path : path + '?' + query;
    }

    private static String withoutAuthority(String uri) {
        if (uri.startsWith("/")) {
            return uri;
        }
        int scheme = uri.indexOf("://");
        int slash = scheme < 0 ? -1 : uri.indexOf('/', scheme + 3);
        return slash < 0 ? "" : uri.substring(slash);
    }

    private static boolean isUnambiguous(String path) {
        if (!path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(';') >= 0 || hasForeignCharacter(path)) {
            return false;
        }
        StringBuilder segment = new StringBuilder();
        for (int i = 1; i <= path.length(); i++) {
            char c = i < path.length() ? path.charAt(i) : '/';
            if (c == '/') {
                if (isDots(segment)) {
                    return false;
                }
                segment.setLength(0);
            } else if (c == '%') {
                int decoded = decoded(path, i);
                if (decoded < 0x20 || decoded == '/' || decoded == '\\' || decoded == ';' || decoded == 0x7f) {
                    return false;
                }
                segment.append((char) decoded);
                i += 2;
            } else {
                segment.append(c);
            }
        }
        return true;
    }

    /** The byte that a percent sign stands for, or -1 if what follows it are not two hexadecimal digits. */
    private static int decoded(String path, int percent) {
        if (percent + 2 >= path.length()
                || !HexFormat.isHexDigit(path.charAt(percent + 1))
                || !HexFormat.isHexDigit(path.charAt(percent + 2))) {
            return -1;
        }
        return HexFormat.fromHexDigits(path, percent + 1, percent + 3);
    }

    private static boolean isDots(CharSequence segment) {
        return segment.length() == 1 && segment.charAt(0) == '.'
                || segment.length() == 2 && segment.charAt(0) == '.' && segment.charAt(1) == '.';
    }

    private static boolean hasForeignCharacter(String text) {
        return text.chars().anyMatch(c -> c <= 0x20 || c >= 0x7f);
    }
}
