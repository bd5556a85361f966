package org.linli.activity.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.bulk.RecordBatch.Row;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Refusal;
import org.linli.kit.http.KitRefusal;

/**
 * Judges rows one by one. Gates of the day do not apply to imported records, nor may they earn points (architecture,
 * names and ownership).
 *
 * @param mostMinutes most minutes of one record
 * @param today the latest day of service
 * @param inScope where the caller may import
 * @param self the caller as a volunteer, whose own hours somebody else brings forward; null if the caller is none
 * @param communities level of each division of the batch that is known; true for communities
 * @param ids makes the ids of records
 */
record RowJudge(
        int mostMinutes,
        LocalDate today,
        Predicate<DivisionCode> inScope,
        UUID self,
        java.util.Map<String, Boolean> communities,
        Supplier<UUID> ids) {
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern COMMUNITY = Pattern.compile("\\d{12}");
    /** Older days are slips of the pen, and registration counts hours by years from this one on. */
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    RowJudge {
        communities = java.util.Map.copyOf(communities);
    }

    /** A row is wrong in one field; carries it out of the reading of the row. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised: it lives for the length of one row
        private final Judged.Unfit unfit;

        Wrong(Refusal refusal, String field) {
            super(null, null, false, false);
            this.unfit = new Judged.Unfit(refusal, field);
        }
    }

    /** The judgement of every row, in order. */
    List<Judged> judge(List<Row> rows) {
        Set<String> references = new HashSet<>();
        List<Judged> judged = new ArrayList<>(rows.size());
        for (Row row : rows) {
            judged.add(judge(row, judged.size(), references));
        }
        return judged;
    }

    private Judged judge(Row row, int position, Set<String> references) {
        try {
            return new Judged.Fit(read(row, position, references));
        } catch (Wrong wrong) {
            return wrong.unfit;
        }
    }

    private ImportedService read(Row row, int position, Set<String> references) {
        check(row.reference() != null && REFERENCE.matcher(row.reference()).matches(), "reference");
        UUID volunteer = volunteer(row.volunteerId());
        check(row.division() != null && COMMUNITY.matcher(row.division()).matches(), "division");
        ServiceCategory category = category(row.category());
        Integer minutes = row.wholeMinutes();
        check(minutes != null && minutes >= 1 && minutes <= mostMinutes, "minutes");
        LocalDate day = day(row.servedOn());
        DivisionCode division = new DivisionCode(row.division());
        check(inScope.test(division), KitRefusal.FORBIDDEN, "division");
        Boolean community = communities.get(row.division());
        check(!Boolean.FALSE.equals(community), ActivityRefusal.DIVISION_NOT_A_COMMUNITY, "division");
        check(!volunteer.equals(self), ActivityRefusal.NOT_FOR_ONESELF, "volunteerId");
        check(!day.isAfter(today) && !day.isBefore(EARLIEST), ActivityRefusal.SERVED_ON_INVALID, "servedOn");
        check(community != null, ActivityRefusal.DIVISION_UNKNOWN, "division");
        check(references.add(row.reference()), ActivityRefusal.REFERENCE_TWICE, "reference");
        return new ImportedService(position, ids.get(), row.reference(), volunteer, division, category, minutes, day);
    }

    private static UUID volunteer(String text) {
        try {
            check(text != null && text.length() == 36, "volunteerId");
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Wrong(KitRefusal.INVALID_VALUE, "volunteerId");
        }
    }

    private static ServiceCategory category(String text) {
        try {
            return text == null ? ServiceCategory.OTHER : ServiceCategory.valueOf(text);
        } catch (IllegalArgumentException notACategory) {
            throw new Wrong(KitRefusal.INVALID_VALUE, "category");
        }
    }

    private static LocalDate day(String text) {
        try {
            check(text != null, "servedOn");
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new Wrong(KitRefusal.INVALID_VALUE, "servedOn");
        }
    }

    private static void check(boolean right, String field) {
        check(right, KitRefusal.INVALID_VALUE, field);
    }

    private static void check(boolean right, Refusal refusal, String field) {
        if (!right) {
            throw new Wrong(refusal, field);
        }
    }
}
