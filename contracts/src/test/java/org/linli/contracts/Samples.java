package org.linli.contracts;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Makes the first golden example of a new type: every field filled, always the same. */
final class Samples {
    private static final Instant WHEN = Instant.parse("2026-11-23T01:30:00Z");

    private Samples() {}

    static Object of(Class<?> record) {
        try {
            RecordComponent[] components = record.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components).map(Samples::value).toArray();
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("no sample of " + record, broken);
        }
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        String name = component.getName();
        if (type == String.class) {
            return text(name);
        } else if (type == UUID.class) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        } else if (type == Instant.class) {
            return WHEN;
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 23);
        } else if (type == int.class || type == Integer.class) {
            return name.startsWith("minutes") ? 120 : 1;
        } else if (type == long.class) {
            return "amount".equals(name) || "balance".equals(name) ? 200L : 1L;
        } else if (type == double.class) {
            return "longitude".equals(name) ? 102.7527 : 25.0452;
        } else if (type == boolean.class) {
            return true;
        } else if (type == List.class) {
            return "coverage".equals(name) ? List.of("530103005005") : List.of();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return of(type);
    }

    private static String text(String name) {
        return switch (name) {
            case "division", "code", "successor", "fund" -> "530103005005";
            case "divisionPrefix" -> "530103005005";
            case "parent" -> "530103005000";
            case "divisionName" -> "金实社区居委会";
            case "teamName" -> "金实社区志愿服务队";
            case "stationName" -> "金实社区志愿服务站";
            case "unit" -> "POINTS";
            case "ruleCode" -> "service-hours";
            default -> name;
        };
    }
}
