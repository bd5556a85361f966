package org.linli.cli.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.cli.Refusal;

/**
 * What the plan is made from: files under {@code seeds/}.
 *
 * @param districts of Kunming, by code
 * @param communities of Kunming, by code
 */
record Sources(List<District> districts, List<Community> communities) {
    private static final String CITY = "5301";

    Sources {
        districts = List.copyOf(districts);
        communities = List.copyOf(communities);
    }

    /** Reads the files below the repository. */
    static Sources read(Path repository) {
        Path seeds = repository.resolve("seeds");
        try (Stream<String> districts = Files.lines(seeds.resolve("kunming.csv"));
                Stream<String> divisions = Files.lines(seeds.resolve("divisions.csv"))) {
            return new Sources(
                    districts
                            .filter(line -> line.startsWith(CITY))
                            .map(Sources::district)
                            .toList(),
                    divisions
                            .filter(line -> line.startsWith(CITY))
                            .map(line -> line.split(",", -1))
                            .filter(cells -> cells[2].equals("community"))
                            .map(cells -> new Community(cells[0], cells[1]))
                            .sorted(java.util.Comparator.comparing(Community::code))
                            .toList());
        } catch (IOException unreadable) {
            throw new Refusal("The seeds cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static District district(String line) {
        String[] cells = line.split(",", -1);
        return new District(
                cells[0],
                cells[1],
                Long.parseLong(cells[2]),
                cells[3].isBlank() ? -1 : Long.parseLong(cells[3]),
                cells[4].isBlank() ? -1 : Long.parseLong(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]));
    }

    /** The communities of a district, by code. */
    List<Community> communitiesOf(District district) {
        List<Community> own = new ArrayList<>();
        for (Community community : communities) {
            if (community.code().startsWith(district.prefix())) {
                own.add(community);
            }
        }
        return own;
    }
}
