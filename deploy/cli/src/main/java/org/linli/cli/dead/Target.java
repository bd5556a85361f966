package org.linli.cli.dead;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What a command is about, in the way in which the lists name it: {@code points/17} is one letter, {@code
 * points/g3fa94c1b22d0} a group of those that fail alike.
 *
 * @param service whose letters they are
 * @param name the number of a letter or the name of a group
 */
record Target(String service, String name) {
    /** The services that consume events. */
    static final List<String> SERVICES = List.of("registration", "activity", "points", "notification");

    private static final Pattern LETTER = Pattern.compile("\\d{1,18}");
    private static final Pattern GROUP = Pattern.compile("g[0-9a-f]{12}");

    boolean isGroup() {
        return GROUP.matcher(name).matches();
    }

    /** Behind the address of the gateway, with the number of the letter. */
    String path() {
        return pathOf(service) + "/" + name;
    }

    static String pathOf(String service) {
        return "/api/v1/operations/" + service + "/dead-letters";
    }

    /** What the API takes for it; {@code after} only of a group. */
    Map<String, Object> choice(long after) {
        return isGroup() ? Map.of("group", name, "after", after) : Map.of("letters", List.of(Long.parseLong(name)));
    }

    @Override
    public String toString() {
        return service + "/" + name;
    }

    /** Reads what somebody typed. */
    static final class Reader implements ITypeConverter<Target> {
        @Override
        public Target convert(String typed) {
            String[] parts = typed.split("/", -1);
            boolean known = parts.length == 2
                    && SERVICES.contains(parts[0])
                    && (LETTER.matcher(parts[1]).matches()
                            || GROUP.matcher(parts[1]).matches());
            if (!known) {
                throw new TypeConversionException("\"" + typed + "\" is neither a letter (points/17) nor a group"
                        + " (points/g3fa94c1b22d0); see ./linli dead groups");
            }
            return new Target(parts[0], parts[1]);
        }
    }
}
