package org.linli.cli.seed;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * An invented volunteer: plainly synthetic (演示, demo), with papers that are formally right (GB 11643-1999) under an
 * area code of Kunming that was never given to a district. Papers follow from the number alone, so no two people have
 * the same.
 *
 * @param number in the whole city, from 0
 * @param home community
 * @param year of the records; everybody was registered before
 */
record PlannedPerson(long number, String home, int year) {
    private static final String AREA = "530199";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final LocalDate OLDEST = LocalDate.of(1945, 1, 1);
    /** Birthdays in 55 years; everybody is of age in 2018. */
    private static final long DAYS = 20_088;
    /** Has no divisor in common with the days: neighbours in the list are not of one age. */
    private static final long STRIDE = 7_919;

    private static final LocalDate FIRST_REGISTERED = LocalDate.of(2018, 1, 1);
    private static final List<String> GIVEN =
            List.of("春", "夏", "秋", "冬", "山", "水", "云", "月", "松", "竹", "梅", "兰", "晨", "星", "雨", "雪");

    LocalDate birthDate() {
        return OLDEST.plusDays(number * STRIDE % DAYS);
    }

    /** 1 and up among those born on one day; odd for men. */
    private long order() {
        return number / DAYS + 1;
    }

    String documentNumber() {
        String first = AREA + birthDate().format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order());
        int sum = 0;
        for (int position = 0; position < WEIGHTS.length; position++) {
            sum += WEIGHTS[position] * (first.charAt(position) - '0');
        }
        return first + CHECK.charAt(sum % 11);
    }

    private LocalDate registeredOn() {
        long days = LocalDate.of(year, 1, 1).toEpochDay() - FIRST_REGISTERED.toEpochDay();
        return FIRST_REGISTERED.plusDays(number * STRIDE % days);
    }

    /** What the import calls the person. */
    String reference() {
        return "P-" + number;
    }

    /** The row of the import. */
    Map<String, Object> row() {
        int size = GIVEN.size();
        return Map.of(
                "reference", reference(),
                "realName", "演示" + GIVEN.get((int) (number % size)) + GIVEN.get((int) (number / size % size)),
                "documentType", "RESIDENT_ID",
                "documentNumber", documentNumber(),
                "phone", "199%08d".formatted(number),
                "birthDate", birthDate().toString(),
                "sex", order() % 2 == 0 ? "FEMALE" : "MALE",
                "homeDivision", home,
                "registeredOn", registeredOn().toString());
    }
}
