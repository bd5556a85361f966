package org.linli.notification.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.linli.kit.time.LinliClock;

/** Says values of events in words: codes by name, hundredths as points, minutes as hours, times in Asia/Shanghai. */
final class Values {
    private static final Map<String, String[]> CATEGORIES = Map.of(
            "MEALS", new String[] {"助餐", "meals"},
            "CLEANING", new String[] {"助洁", "cleaning"},
            "BATHING", new String[] {"助浴", "bathing and grooming"},
            "MEDICAL_ESCORT", new String[] {"助医", "going to the doctor"},
            "URGENT_ERRANDS", new String[] {"助急", "urgent errands"},
            "MOBILITY", new String[] {"助行", "getting about"},
            "REPAIRS", new String[] {"维修", "repairs"},
            "COMPANIONSHIP", new String[] {"陪伴", "company"},
            "OTHER", new String[] {"其他帮助", "other help"});

    private static final DateTimeFormatter CHINESE_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Values() {}

    static String say(String name, Object value, boolean english) {
        String text = String.valueOf(value);
        return switch (name) {
            case "category" -> CATEGORIES.getOrDefault(text, new String[] {text, text})[english ? 1 : 0];
            case "amount", "balance" -> isNumber(text) ? points(text) : text;
            case "minutes", "minutesBefore" -> isNumber(text) ? duration(Long.parseLong(text), english) : text;
            case "startsAt", "startsAtBefore", "endsAt", "offeredUntil", "publicUntil", "validUntil" ->
                time(text, english);
            case "expiresOn" -> day(text, english);
            default -> text;
        };
    }

    /** A preview is written with whatever an operator types. */
    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,15}");
    }

    private static String points(String hundredths) {
        BigDecimal points = new BigDecimal(hundredths).abs().movePointLeft(2).setScale(2, RoundingMode.UNNECESSARY);
        return points.stripTrailingZeros().toPlainString();
    }

    /** In the time of the place, without the year: what is told lies close. */
    private static String time(String text, boolean english) {
        try {
            return (english ? ENGLISH_TIME : CHINESE_TIME)
                    .format(Instant.parse(text).atZone(LinliClock.ZONE));
        } catch (DateTimeParseException noTime) {
            return text;
        }
    }

    private static String day(String text, boolean english) {
        try {
            return (english ? ENGLISH_DAY : CHINESE_DAY).format(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }

    private static String duration(long minutes, boolean english) {
        long hours = minutes / 60;
        long rest = minutes % 60;
        String hourWord = english ? " h" : " 小时";
        String minuteWord = english ? " min" : " 分钟";
        if (hours == 0) {
            return rest + minuteWord;
        }
        return rest == 0 ? hours + hourWord : hours + hourWord + " " + rest + minuteWord;
    }
}
