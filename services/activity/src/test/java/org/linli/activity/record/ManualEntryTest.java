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

@DisplayName("Hours entered by hand")
class ManualEntryTest {
    // ten in the evening in Shanghai, Monday, 2 March
    private static final Instant END = Instant.parse("2026-03-02T14:00:00Z");

    @Test
    void areTakenUpToTheTenthWorkingDayAfterServiceAndNotLater() {
        done(EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 16), 10));
        refused(EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 17), 10), ActivityRefusal.ENTERED_TOO_LATE);
    }

    @Test
    void areCountedFromTheDayInShanghaiOnWhichServiceEnded() {
        // Monday evening in UTC is Tuesday morning in Shanghai
        done(EnterUseCase.inGoodTime(entry(END.plusSeconds(3 * 3600)), LocalDate.of(2026, 3, 17), 10));
    }

    @Test
    void areAsLateAsTheCityAllows() {
        done(EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 3), 1));
        refused(EnterUseCase.inGoodTime(entry(END), LocalDate.of(2026, 3, 4), 1), ActivityRefusal.ENTERED_TOO_LATE);
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
