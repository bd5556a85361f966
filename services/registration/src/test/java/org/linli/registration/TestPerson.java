package org.linli.registration;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody who does not exist, with a valid document number that no other test has. */
public record TestPerson(String realName, String documentNumber, String phone, LocalDate birthDate, String sex) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String FAMILY = "赵钱孙李周吴郑王冯陈";
    private static final String GIVEN = "明华芳丽伟强军敏静艳";

    /** An adult. */
    public static TestPerson any() {
        return bornOn(
                LocalDate.of(1960, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(15_000)));
    }

    /** Somebody born on a day. */
    public static TestPerson bornOn(LocalDate birthDate) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int region = random.nextInt(110_000, 660_000);
        int order = random.nextInt(1000);
        String digits = "%06d%s%03d".formatted(region, birthDate.toString().replace("-", ""), order);
        String name = "" + any(FAMILY, random) + any(GIVEN, random) + any(GIVEN, random);
        String phone = "13" + "%09d".formatted(random.nextInt(1_000_000_000));
        return new TestPerson(name, digits + check(digits), phone, birthDate, order % 2 == 1 ? "MALE" : "FEMALE");
    }

    private static char check(String digits) {
        int sum = 0;
        for (int position = 0; position < WEIGHTS.length; position++) {
            sum += (digits.charAt(position) - '0') * WEIGHTS[position];
        }
        return "10X98765432".charAt(sum % 11);
    }

    private static char any(String characters, ThreadLocalRandom random) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
