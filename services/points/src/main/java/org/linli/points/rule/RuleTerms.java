package org.linli.points.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.linli.contracts.ServiceCategory;
import org.linli.points.ledger.RuleReference;

/**
 * What one version of a rule says.
 *
 * @param reference code and version
 * @param kind what it is about
 * @param unit the scheme whose points it gives
 * @param amount hundredths: per hour, per request, per review, or the cap
 * @param categoryAmounts other amounts for some kinds of service; zero gives nothing
 * @param minimumStars for a review bonus; null for everything else
 * @param validFrom first day, by the day of service
 * @param validUntil last day; null while open
 * @param names the activity or project it is about alone
 */
public record RuleTerms(
        RuleReference reference,
        RuleKind kind,
        String unit,
        long amount,
        Map<ServiceCategory, Long> categoryAmounts,
        Integer minimumStars,
        LocalDate validFrom,
        LocalDate validUntil,
        Naming names) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RuleTerms {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(validFrom);
        Objects.requireNonNull(names);
        categoryAmounts = Map.copyOf(categoryAmounts);
    }

    /** A rule for everything. */
    RuleTerms(
            RuleReference reference,
            RuleKind kind,
            String unit,
            long amount,
            Map<ServiceCategory, Long> categoryAmounts,
            Integer minimumStars,
            LocalDate validFrom,
            LocalDate validUntil) {
        this(reference, kind, unit, amount, categoryAmounts, minimumStars, validFrom, validUntil, Naming.NOTHING);
    }

    /** Whether it holds for service on a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Whether two versions hold on a common day. */
    boolean overlaps(RuleTerms other) {
        return (other.validUntil == null || !validFrom.isAfter(other.validUntil))
                && (validUntil == null || !other.validFrom.isAfter(validUntil));
    }

    /** The amount for a kind of service. */
    long amountFor(ServiceCategory category) {
        return categoryAmounts.getOrDefault(category, amount);
    }

    /** The amounts by category as they are stored. */
    static String write(Map<ServiceCategory, Long> amounts) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(amounts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of numbers is always JSON", impossible);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Map<ServiceCategory, Long> read(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the amounts of a points rule do not read", broken);
        }
    }
}
