package org.linli.registration.station;

import java.util.List;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * The divisions a station serves (服务覆盖范围). They lie in the station's own district; a station that stands for a whole
 * city or province may serve all of it.
 */
record Coverage(List<Area> areas) {
    Coverage {
        areas = List.copyOf(areas);
    }

    /**
     * One division served.
     *
     * @param prefix its significant digits
     */
    record Area(DivisionCode code, DivisionLevel level, String prefix) {}

    /** What a station at {@code home} serves; without a list its own division. */
    static Outcome<Coverage> of(Area home, List<Area> served) {
        String bounds = home.level().digits() < DivisionLevel.DISTRICT.digits()
                ? home.prefix()
                : DivisionLevel.DISTRICT.prefixOf(home.code().value());
        if (served.stream().anyMatch(area -> !area.prefix().startsWith(bounds))) {
            return Outcome.refused(RegistrationRefusal.COVERAGE_OUTSIDE_DISTRICT, "coverage");
        }
        return Outcome.done(new Coverage(
                served.isEmpty() ? List.of(home) : served.stream().distinct().toList()));
    }

    List<String> codes() {
        return areas.stream().map(area -> area.code().value()).toList();
    }

    List<String> prefixes() {
        return areas.stream().map(Area::prefix).toList();
    }
}
