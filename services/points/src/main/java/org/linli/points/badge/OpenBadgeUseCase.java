package org.linli.points.badge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;

/** What the world may ask about credentials without a sign-in. */
@ApplicationScoped
class OpenBadgeUseCase {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "urn:uuid:";

    private final BadgeRepository awards;
    private final BadgeRuleRepository rules;
    private final OpenBadge openBadge;
    private final BadgeKeys keys;
    private final SignedLists lists;

    @Inject
    OpenBadgeUseCase(
            BadgeRepository awards, BadgeRuleRepository rules, OpenBadge openBadge, BadgeKeys keys, SignedLists lists) {
        this.awards = awards;
        this.rules = rules;
        this.openBadge = openBadge;
        this.keys = keys;
        this.lists = lists;
    }

    /** Looks at the signature, and whether the badge still counts. */
    @WithSession
    Uni<Verdict> verify(String credential) {
        Optional<String> payload = keys.verified(credential);
        if (payload.isEmpty()) {
            return Uni.createFrom().item(Verdict.faulty(Verdict.Fault.SIGNATURE));
        }
        return awardNamed(payload.get())
                .map(id -> awards.findById(id).chain(this::judge))
                .orElseGet(() -> Uni.createFrom().item(Verdict.faulty(Verdict.Fault.NO_BADGE)));
    }

    private Uni<Verdict> judge(BadgeAward award) {
        if (award == null) {
            return Uni.createFrom().item(Verdict.faulty(Verdict.Fault.NO_BADGE));
        }
        return rules.findById(award.ruleId())
                .map(rule -> new Verdict(
                        !award.isRevoked(),
                        award.isRevoked() ? Verdict.Fault.REVOKED : null,
                        rule.name(),
                        award.awardedAt()));
    }

    private static Optional<UUID> awardNamed(String payload) {
        try {
            String name = JSON.readTree(payload).path("jti").asText();
            return name.startsWith(NAME)
                    ? Optional.of(UUID.fromString(name.substring(NAME.length())))
                    : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** What a badge stands for. */
    @WithSession
    Uni<Outcome<Map<String, Object>>> achievement(UUID ruleId) {
        return rules.findById(ruleId)
                .map(rule -> rule == null
                        ? Outcome.refused(KitRefusal.NOT_FOUND)
                        : Outcome.done(openBadge.achievement(rule)));
    }

    /** One list of revocations, signed; there are as many as places were given out. */
    @WithSession
    Uni<Outcome<SignedLists.Signed>> statusList(long number) {
        return awards.newestPlace()
                .chain(newest -> number > StatusList.listOf(newest)
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : signed(number).map(Outcome::done));
    }

    /** Anybody may ask, and asks often: what was revoked is only read when it is not what was signed last. */
    private Uni<SignedLists.Signed> signed(long number) {
        return awards.revokedOf(number)
                .chain(revoked -> lists.kept(number, revoked)
                        .map(kept -> Uni.createFrom().item(kept))
                        .orElseGet(() -> awards.statusList(number).map(lists::of)));
    }
}
