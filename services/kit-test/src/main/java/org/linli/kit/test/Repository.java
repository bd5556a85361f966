package org.linli.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository is on this machine. */
public final class Repository {

    private Repository() {}

    /**
     * The directory that holds all modules: property {@code linli.root}, which the build sets, or found upwards from
     * here.
     */
    public static Path root() {
        String told = System.getProperty("linli.root");
        if (told != null && !told.isBlank()) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        for (Path directory = Path.of("").toAbsolutePath(); directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve("contracts")) && Files.isDirectory(directory.resolve("services"))) {
                return directory;
            }
        }
        throw new IllegalStateException("Run this inside the repository, or give -Dlinli.root=<its directory>");
    }
}
