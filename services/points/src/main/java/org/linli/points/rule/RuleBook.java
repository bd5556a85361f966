package org.linli.points.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.linli.contracts.ServiceCategory;
import org.linli.points.ledger.RuleReference;

/**
 * All versions of all rules. The version in force on the day of service decides, however late the service is confirmed;
 * several codes of one kind may be in force together (a campaign beside the everyday rule), each gives its own award. A
 * rule that names an activity or a project is about that alone.
 */
public record RuleBook(List<RuleTerms> versions) {
    private static final long MINUTES_OF_AN_HOUR = 60;

    public RuleBook {
        versions = List.copyOf(versions);
    }

    /**
     * What a rule gives.
     *
     * @param rule which version of which rule
     * @param unit the scheme
     * @param amount hundredths, above zero
     */
    public record Award(RuleReference rule, String unit, long amount) {}

    /**
     * For confirmed service: minutes times rate by sixty, half of a hundredth to the even neighbour. In each unit the
     * rules for its activity take the place of those for its project, and these of those for everything; also if they
     * give nothing.
     *
     * @param partOf the activity and project it was part of
     */
    public List<Award> forService(ServiceCategory category, int minutes, LocalDate day, Naming partOf) {
        return awards(
                closest(inForce(RuleKind.PER_HOUR, day), partOf), rule -> perHour(rule.amountFor(category), minutes));
    }

    private static Stream<RuleTerms> closest(Stream<RuleTerms> rules, Naming partOf) {
        List<RuleTerms> about =
                rules.filter(rule -> rule.names().covers(partOf)).toList();
        Map<String, Integer> closest = new HashMap<>();
        about.forEach(rule -> closest.merge(rule.unit(), rule.names().closeness(), Math::max));
        return about.stream().filter(rule -> rule.names().closeness() == closest.get(rule.unit()));
    }

    /** For a completed request. */
    public List<Award> forRequest(ServiceCategory category, LocalDate day) {
        return awards(inForce(RuleKind.PER_REQUEST, day), rule -> rule.amountFor(category));
    }

    /** For a review by the recipient. */
    public List<Award> forReview(ServiceCategory category, int stars, LocalDate day) {
        return awards(
                inForce(RuleKind.REVIEW_BONUS, day),
                rule -> stars >= rule.minimumStars() ? rule.amountFor(category) : 0);
    }

    /** How much may be earned for a day in a unit; null if no rule limits it. The narrowest of several caps holds. */
    public Long capOn(LocalDate day, String unit) {
        return inForce(RuleKind.DAY_CAP, day)
                .filter(rule -> rule.unit().equals(unit))
                .map(RuleTerms::amount)
                .min(Long::compare)
                .orElse(null);
    }

    /** Codes of all rules there ever were that give points. */
    public List<String> codes() {
        return versions.stream()
                .filter(rule -> rule.kind() != RuleKind.DAY_CAP)
                .map(rule -> rule.reference().code())
                .distinct()
                .toList();
    }

    private static List<Award> awards(Stream<RuleTerms> rules, ToLongFunction<RuleTerms> amount) {
        List<Award> awards = new ArrayList<>();
        rules.forEach(rule -> {
            long given = amount.applyAsLong(rule);
            if (given > 0) {
                awards.add(new Award(rule.reference(), rule.unit(), given));
            }
        });
        return awards;
    }

    private Stream<RuleTerms> inForce(RuleKind kind, LocalDate day) {
        return versions.stream().filter(rule -> rule.kind() == kind && rule.isInForce(day));
    }

    static long perHour(long rate, int minutes) {
        long sixtieths = Math.multiplyExact(rate, (long) minutes);
        long whole = Math.floorDiv(sixtieths, MINUTES_OF_AN_HOUR);
        long twiceTheRest = 2 * Math.floorMod(sixtieths, MINUTES_OF_AN_HOUR);
        boolean up = twiceTheRest > MINUTES_OF_AN_HOUR || twiceTheRest == MINUTES_OF_AN_HOUR && whole % 2 != 0;
        return up ? whole + 1 : whole;
    }
}
