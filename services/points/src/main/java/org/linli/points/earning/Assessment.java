package org.linli.points.earning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.points.ledger.Earning;
import org.linli.points.ledger.Entry;
import org.linli.points.ledger.Posting;
import org.linli.points.rule.RuleBook;
import org.linli.points.rule.RuleBook.Award;
import org.linli.points.scheme.Scheme;

/**
 * What a source is worth by the rules, and what it takes back.
 *
 * @param source the source
 * @param earnings what the rules in force on its day give
 * @param reversals postings that it takes back, as far as they exist
 */
record Assessment(Source source, List<Earning> earnings, List<UUID> reversals) {

    /**
     * Judges a source.
     *
     * @param schemes by unit: when what is credited today will end
     */
    static Assessment of(Source source, RuleBook rules, Map<String, Scheme> schemes, LocalDate today) {
        return switch (source) {
            case Source.Service service ->
                new Assessment(
                        source,
                        service.earnsPoints()
                                ? rules
                                        .forService(
                                                service.category(), service.minutes(), service.day(), service.partOf())
                                        .stream()
                                        .map(award -> earning(source, award, service.day(), 0, rules))
                                        .map(earning -> lasting(earning, schemes, today))
                                        .toList()
                                : List.of(),
                        reversals(service, rules));
            case Source.Review review ->
                new Assessment(
                        source,
                        rules.forReview(review.category(), review.stars(), review.day()).stream()
                                .map(award -> earning(source, award, review.day(), review.round() - 1, rules))
                                .map(earning -> lasting(earning, schemes, today))
                                .toList(),
                        List.of());
            case Source.Completion completion ->
                new Assessment(
                        source,
                        rules.forRequest(completion.category(), completion.day()).stream()
                                .map(award -> earning(source, award, completion.day(), 0, rules))
                                .map(earning -> lasting(earning, schemes, today))
                                .toList(),
                        List.of());
        };
    }

    private static Earning earning(Source source, Award award, LocalDate day, int ordinal, RuleBook rules) {
        return new Earning(
                Entry.causedBy(source.eventId()),
                source.volunteerId(),
                award.unit(),
                award.rule(),
                source.causeId(),
                ordinal,
                day,
                award.amount(),
                rules.capOn(day, award.unit()),
                null);
    }

    /** The scheme in force at the credit says when it ends; a unit without a scheme lasts. */
    private static Earning lasting(Earning earning, Map<String, Scheme> schemes, LocalDate today) {
        Scheme scheme = schemes.get(earning.unit());
        return scheme == null ? earning : earning.until(scheme.expiresAt(today));
    }

    /** Posting ids follow from cause and rule: whatever any rule may have given for the old record. */
    private static List<UUID> reversals(Source.Service service, RuleBook rules) {
        return Stream.ofNullable(service.replaces())
                .flatMap(old -> rules.codes().stream().map(code -> Posting.idOf(old, code, 0)))
                .toList();
    }
}
