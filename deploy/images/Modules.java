import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Holds the list of the images' modules against what the jars of applications refer to, as jdeps sees it:
 * {@code java Modules.java LIST APPLICATION...}. A module that is found must be listed; one that is listed must be
 * found, or the list says "by name" or "left out" beside it and why. Ends with 1 and a sentence for each that is not
 * so.
 */
public final class Modules {
    private Modules() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> listed = listed(Path.of(arguments[0]));
        Path work = Files.createTempDirectory("modules");
        Set<String> found = found(plain(jars(List.of(arguments).subList(1, arguments.length)), work));
        List<String> wrong = new ArrayList<>();
        for (String module : found) {
            if (!listed.containsKey(module) || listed.get(module).startsWith("by name")) {
                wrong.add(module + " is used: list it, or say why it is left out");
            }
        }
        listed.forEach((module, reason) -> {
            if (!found.contains(module) && !reason.startsWith("by name")) {
                wrong.add(module + " is used by nothing: leave it away, or say who asks for it by name");
            }
        });
        wrong.forEach(System.err::println);
        System.out.println(found.size() + " modules of Java are used.");
        System.exit(found.isEmpty() || !wrong.isEmpty() ? 1 : 0);
    }

    /** Each module of the list with what is said beside it. */
    private static Map<String, String> listed(Path list) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+", 2);
                listed.put(words[0], words.length == 1 ? "" : words[1]);
            }
        }
        return listed;
    }

    /** Every jar of the applications, a library that several have once. */
    private static Collection<Path> jars(List<String> applications) throws IOException {
        Map<String, Path> jars = new TreeMap<>();
        for (String application : applications) {
            try (Stream<Path> files = Files.walk(Path.of(application))) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .forEach(jar -> jars.put(jar.toString().replaceFirst(".*/lib/", ""), jar));
            }
        }
        return jars.values();
    }

    /** Copies without module descriptors: on a class path nobody looks at them, but jdeps would. */
    private static List<String> plain(Collection<Path> jars, Path work) throws IOException {
        List<String> copies = new ArrayList<>();
        for (Path jar : jars) {
            Path copy = work.resolve(copies.size() + ".jar");
            try (ZipFile from = new ZipFile(jar.toFile());
                    ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
                to.setLevel(0);
                for (ZipEntry entry : Collections.list(from.entries())) {
                    String name = entry.getName();
                    boolean wanted = name.endsWith(".class") || name.equals("META-INF/MANIFEST.MF");
                    if (wanted && !name.endsWith("module-info.class")) {
                        to.putNextEntry(new ZipEntry(name));
                        from.getInputStream(entry).transferTo(to);
                    }
                }
            }
            copies.add(copy.toString());
        }
        return copies;
    }

    private static Set<String> found(List<String> jars) {
        List<String> question = new ArrayList<>(List.of("-s", "--ignore-missing-deps", "--multi-release", "25"));
        question.addAll(List.of("-cp", String.join(":", jars)));
        question.addAll(jars);
        StringWriter answer = new StringWriter();
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        int exit = jdeps.run(new PrintWriter(answer), new PrintWriter(System.err), question.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("jdeps ended with " + exit);
        }
        Set<String> found = new TreeSet<>();
        answer.toString()
                .lines()
                .map(line -> line.replaceFirst(".* -> ", ""))
                .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
                .forEach(found::add);
        return found;
    }
}
