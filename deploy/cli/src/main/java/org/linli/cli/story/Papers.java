package org.linli.cli.story;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The papers of an invented person: plainly synthetic, formally right (GB 11643-1999), different for every seed.
 *
 * @param realName begins with 演示 (demo), so that nobody takes it for a real one
 * @param documentNumber 18 characters of Panlong district with a right check character
 * @param phone a mainland mobile number of the demo range
 * @param birthDate as it stands in the number
 * @param sex as it stands in the number: FEMALE or MALE
 */
public record Papers(String realName, String documentNumber, String phone, LocalDate birthDate, String sex) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final List<String> GIVEN =
            List.of("春", "夏", "秋", "冬", "山", "水", "云", "月", "松", "竹", "梅", "兰", "晨", "星", "雨", "雪");

    /** Papers of somebody born between two years. */
    public static Papers of(RandomGenerator random, int earliest, int latest) {
        LocalDate birth = LocalDate.ofYearDay(random.nextInt(earliest, latest + 1), random.nextInt(1, 366));
        int order = random.nextInt(1, 1000);
        String first = "530103" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(order);
        String name = "演示" + GIVEN.get(random.nextInt(GIVEN.size())) + GIVEN.get(random.nextInt(GIVEN.size()));
        String phone = "199" + "%08d".formatted(random.nextInt(100_000_000));
        return new Papers(name, first + check(first), phone, birth, order % 2 == 0 ? "FEMALE" : "MALE");
    }

    private static char check(String first) {
        int sum = 0;
        for (int position = 0; position < WEIGHTS.length; position++) {
            sum += WEIGHTS[position] * (first.charAt(position) - '0');
        }
        return CHECK.charAt(sum % 11);
    }

    /** Where an invented resident lives. */
    String address() {
        return "演示小区 8 栋 1 单元 " + phone.substring(7) + " 室";
    }

    /** What must stand nowhere but in registration's encrypted columns. */
    List<String> personal() {
        return List.of(realName, documentNumber, phone, address());
    }

    /** What a volunteer registers with. */
    Map<String, Object> registration(String community) {
        return Map.of(
                "realName", realName,
                "documentType", "RESIDENT_ID",
                "documentNumber", documentNumber,
                "phone", phone,
                "birthDate", birthDate.toString(),
                "sex", sex,
                "homeDivision", community,
                "skills", List.of("first-aid"),
                "categories", List.of("MEDICAL_ESCORT", "COMPANIONSHIP"));
    }
}
