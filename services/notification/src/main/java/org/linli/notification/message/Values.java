package org.linli.notification.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Says values of events in words: codes by name, hundredths as points, minutes as hours. */
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

    private Values() {}

    static String say(String name, Object value, boolean english) {
        String text = String.valueOf(value);
        return switch (name) {
            case "category" -> CATEGORIES.getOrDefault(text, new String[] {text, text})[english ? 1 : 0];
            case "amount", "balance" -> isNumber(text) ? points(text) : text;
            case "minutes", "minutesBefore" -> isNumber(text) ? duration(Long.parseLong(text), english) : text;
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
