package org.linli.activity.record;

import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.time.WorkingCalendar;

@DisplayName("Hours entered by hand")
class ManualEntryTest {
    // ten in the evening in Shanghai, Monday, 2 March
    private static final Instant END = Instant.parse("2026-03-02T14:00:00Z");

    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();

    @Test
    void areNotLateBecauseOfALongHoliday() {
        // Tuesday, 29 September 2026: eight days of holiday do not count, Saturday 10 October does
        Instant end = Instant.parse("2026-09-29T08:00:00Z");
        done(EnterUseCase.inGoodTime(entry(end), LocalDate.of(2026, 10, 19), 10, CALENDAR));
        refused(
                EnterUseCase.inGoodTime(entry(end), LocalDate.of(2026, 10, 20), 10, CALENDAR),
                ActivityRefusal.ENTERED_TOO_LATE);
    }

    @Test
    void areTakenUpToTheTenthWorkingDayAfterServiceAndNotLater() {
        done(EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 16), 10, CALENDAR));
        refused(
                EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 17), 10, CALENDAR),
                ActivityRefusal.ENTERED_TOO_LATE);
    }

    @Test
    void areCountedFromTheDayInShanghaiOnWhichServiceEnded() {
        // Monday evening in UTC is Tuesday morning in Shanghai
        done(EnterUseCase.inGoodTime(entry(END.plusSeconds(3 * 3600)), LocalDate.of(2026, 3, 17), 10, CALENDAR));
    }

    @Test
    void areAsLateAsTheCityAllows() {
        done(EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 3), 1, CALENDAR));
        refused(
                EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 4), 1, CALENDAR),
                ActivityRefusal.ENTERED_TOO_LATE);
    }

    private static ManualEntry entry(Instant end) {
        return new ManualEntry(
                UUID.randomUUID(),
                ServiceCategory.CLEANING,
                new DivisionCode("530103005005"),
                null,
                null,
                end.minusSeconds(3600),
                end,
                "打扫楼道",
                "签到表第7页",
                "停电");
    }
}
