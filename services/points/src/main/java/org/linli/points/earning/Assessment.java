package org.linli.points.earning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.points.ledger.Earning;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Posting;
import org.linli.points.rule.RuleBook;
import org.linli.points.rule.RuleBook.Award;

/**
 * What a source is worth by the rules, and what it takes back.
 *
 * @param source the source
 * @param earnings what the rules in force on its day give
 * @param reversals postings that it takes back, as far as they exist
 */
record Assessment(Source source, List<Earning> earnings, List<UUID> reversals) {

    static Assessment of(Source source, RuleBook rules) {
        return switch (source) {
            case Source.Service service ->
                new Assessment(
                        source,
                        service.earnsPoints()
                                ? earnings(
                                        source,
                                        rules.forService(service.category(), service.minutes(), service.day()),
                                        service.day(),
                                        0,
                                        rules)
                                : List.of(),
                        reversals(service, rules));
            case Source.Review review ->
                new Assessment(
                        source,
                        earnings(
                                source,
                                rules.forReview(review.category(), review.stars(), review.day()),
                                review.day(),
                                review.round() - 1,
                                rules),
                        List.of());
            case Source.Completion completion ->
                new Assessment(
                        source,
                        earnings(
                                source,
                                rules.forRequest(completion.category(), completion.day()),
                                completion.day(),
                                0,
                                rules),
                        List.of());
        };
    }

    private static List<Earning> earnings(
            Source source, List<Award> awards, LocalDate day, int ordinal, RuleBook rules) {
        return awards.stream()
                .map(award -> new Earning(
                        Entry.causedBy(source.eventId()),
                        source.volunteerId(),
                        award.unit(),
                        award.rule(),
                        source.causeId(),
                        ordinal,
                        day,
                        award.amount(),
                        rules.capOn(day, award.unit()),
                        null))
                .toList();
    }

    /** Posting ids follow from cause and rule: whatever any rule may have given for the old record. */
    private static List<UUID> reversals(Source.Service service, RuleBook rules) {
        return Stream.ofNullable(service.replaces())
                .flatMap(old -> rules.codes().stream().map(code -> Posting.idOf(old, code, 0)))
                .toList();
    }
}
