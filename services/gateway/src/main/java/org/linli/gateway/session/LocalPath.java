package org.linli.gateway.session;

/** Where to go on after a sign-in: a path of ours and nothing else, or a link could lead people elsewhere. */
final class LocalPath {

    private static final String START = "/";
    private static final int LONGEST = 1_000;

    private LocalPath() {}

    /** The path if it is one of ours, else the start page. */
    static String of(String wanted) {
        boolean ours = wanted != null
                && wanted.length() <= LONGEST
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && !wanted.startsWith(SignIn.PATH)
                && wanted.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
        return ours ? wanted : START;
    }
}
