package org.linli.kit.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The working calendar (工作日历): Monday to Friday, without public holidays and with the working weekends around them
 * (调休) that the State Council announces each November for the next year. Years not announced yet know the holidays
 * that the law names, years not in the file at all only their weekends; {@link #officialUntil} tells how far it is
 * certain.
 */
@Singleton
public class WorkingCalendar {
    private static final String BUILT_IN = "/working-calendar.csv";
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int LONGEST_SEARCH_DAYS = 366;

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final LocalDate officialUntil;

    /**
     * The calendar of a file.
     *
     * @param file one's own file instead of the one that comes with the platform
     * @throws IllegalStateException if the file is not of the form described in the one that comes with the platform
     */
    @Inject
    public WorkingCalendar(@ConfigProperty(name = "linli.working-calendar") Optional<Path> file) {
        this(file.map(WorkingCalendar::read).orElseGet(WorkingCalendar::readBuiltIn));
    }

    private WorkingCalendar(List<String> lines) {
        TreeMap<Integer, Boolean> years = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::of)
                .forEach(line -> {
                    line.from()
                            .datesUntil(line.until().plusDays(1))
                            .forEach(day -> exceptions.put(day, line.working()));
                    years.merge(line.from().getYear(), line.official(), Boolean::logicalAnd);
                });
        officialUntil = years.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(year -> LocalDate.of(year.getKey(), 12, 31))
                .reduce((earlier, later) -> later)
                .orElse(LocalDate.MIN);
    }

    /** The calendar that comes with the platform. */
    public static WorkingCalendar builtIn() {
        return new WorkingCalendar(readBuiltIn());
    }

    /** Whether a day is a working day. */
    public boolean isWorkingDay(LocalDate day) {
        Boolean exception = exceptions.get(day);
        return exception == null ? !WEEKEND.contains(day.getDayOfWeek()) : exception;
    }

    /** The {@code count}-th working day after a day; the day itself does not count. */
    public LocalDate after(LocalDate day, int count) {
        LocalDate found = day;
        for (int left = count; left > 0; ) {
            found = found.plusDays(1);
            if (isWorkingDay(found)) {
                left--;
            }
        }
        return found;
    }

    /** The day itself if it is a working day, else the last one before. */
    public LocalDate onOrBefore(LocalDate day) {
        return search(day, -1);
    }

    /** The day itself if it is a working day, else the first one after. */
    public LocalDate onOrAfter(LocalDate day) {
        return search(day, 1);
    }

    /** The last day of which it was announced officially whether it is a working day. */
    public LocalDate officialUntil() {
        return officialUntil;
    }

    private LocalDate search(LocalDate day, int step) {
        LocalDate found = day;
        for (int tries = 0; tries < LONGEST_SEARCH_DAYS; tries++) {
            if (isWorkingDay(found)) {
                return found;
            }
            found = found.plusDays(step);
        }
        throw new IllegalStateException("the working calendar has no working day for a year around " + day);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the working calendar " + file, unreadable);
        }
    }

    private static List<String> readBuiltIn() {
        InputStream found = WorkingCalendar.class.getResourceAsStream(BUILT_IN);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Days in a row that are not what their day of the week says. */
    private record Line(LocalDate from, LocalDate until, boolean working, boolean official) {
        static Line of(String text) {
            String[] columns = text.split(",", -1);
            try {
                boolean working = Kind.valueOf(columns[2]) == Kind.WORKDAY;
                boolean official = Standing.valueOf(columns[4]) == Standing.OFFICIAL;
                return new Line(LocalDate.parse(columns[0]), LocalDate.parse(columns[1]), working, official);
            } catch (RuntimeException misread) {
                throw new IllegalStateException("a line of the working calendar does not read: " + text, misread);
            }
        }
    }

    private enum Kind {
        HOLIDAY,
        WORKDAY
    }

    private enum Standing {
        OFFICIAL,
        PROVISIONAL
    }
}
