package org.linli.points.earning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.points.PointsRefusal;
import org.linli.points.ledger.Books;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Verdict;

/**
 * What came of a source: one row of {@code source_event}.
 *
 * @param source the source
 * @param outcome what came of it
 * @param postings how many postings it made
 */
record Judged(Source source, SourceOutcome outcome, int postings) {

    /**
     * Judges sources in the order in which they arrived.
     *
     * @param replaced records whose place a correction took before this batch
     */
    static List<Judged> all(List<Assessment> assessments, Books books, Set<UUID> replaced) {
        List<Judged> judged = new ArrayList<>();
        for (Assessment assessment : assessments) {
            judged.add(
                    replaced.contains(assessment.source().causeId())
                            ? new Judged(assessment.source(), SourceOutcome.REPLACED, 0)
                            : one(assessment, books));
            if (assessment.source() instanceof Source.Service service && service.replaces() != null) {
                replaced.add(service.replaces());
            }
        }
        return judged;
    }

    private static Judged one(Assessment assessment, Books books) {
        List<Verdict> verdicts = new ArrayList<>();
        Entry entry = Entry.causedBy(assessment.source().eventId());
        for (UUID old : assessment.reversals()) {
            verdicts.add(books.reverse(
                    entry,
                    assessment.source().volunteerId(),
                    old,
                    assessment.source().causeId()));
        }
        assessment.earnings().forEach(earning -> verdicts.add(books.earn(earning)));
        int postings = verdicts.stream().mapToInt(Judged::postings).sum();
        return new Judged(assessment.source(), outcome(verdicts, postings), postings);
    }

    private static int postings(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Posted posted -> posted.postings().size();
            case Verdict.Replayed replayed -> 0;
            case Verdict.Refused refused -> 0;
        };
    }

    private static SourceOutcome outcome(List<Verdict> verdicts, int postings) {
        // a correction that names another volunteer's record cannot be right either
        if (verdicts.contains(new Verdict.Refused(PointsRefusal.POSTING_DIFFERS))
                || verdicts.contains(new Verdict.Refused(PointsRefusal.POSTING_NOT_REVERSIBLE))) {
            return SourceOutcome.DIFFERS;
        }
        if (postings > 0) {
            return SourceOutcome.POSTED;
        }
        if (verdicts.contains(new Verdict.Refused(PointsRefusal.CAP_REACHED))) {
            return SourceOutcome.CAPPED;
        }
        boolean replay = verdicts.stream().anyMatch(Verdict.Replayed.class::isInstance);
        return replay ? SourceOutcome.REPLAYED : SourceOutcome.NOTHING_DUE;
    }
}
