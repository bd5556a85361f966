package org.linli.points.badge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.points.PointsConfiguration;

/**
 * Writes badges as Open Badges 3.0 (1EdTech) on the Verifiable Credentials Data Model 2.0, secured as a JWT whose
 * payload is the credential itself. The holder is named by a salted hash only: who shows a badge says whose it is.
 */
@ApplicationScoped
class OpenBadge {
    static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";
    private static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PointsConfiguration.Badges settings;

    @Inject
    OpenBadge(PointsConfiguration configuration) {
        settings = configuration.badges();
    }

    /** The credential of an award, as JSON. */
    String credential(BadgeAward award, BadgeRule rule) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("@context", List.of(CONTEXT, BADGES));
        credential.put("id", nameOf(award.id()));
        credential.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        credential.put("name", rule.name());
        credential.put("issuer", issuer());
        credential.put(
                "validFrom", award.awardedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        credential.put("credentialSubject", subject(award, rule));
        credential.put("credentialStatus", status(award.statusIndex()));
        credential.put("credentialSchema", List.of(Map.of("id", SCHEMA, "type", "1EdTechJsonSchemaValidator2019")));
        credential.put("iss", issuerAddress());
        credential.put("jti", nameOf(award.id()));
        credential.put("nbf", award.awardedAt().getEpochSecond());
        return json(credential);
    }

    /** The name of an award's credential. */
    static String nameOf(UUID award) {
        return "urn:uuid:" + award;
    }

    private Map<String, Object> subject(BadgeAward award, BadgeRule rule) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("type", "IdentityObject");
        identity.put("hashed", true);
        identity.put("identityHash", hash(award.volunteerId(), award.salt()));
        identity.put("identityType", "systemId");
        identity.put("salt", award.salt());
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("type", List.of("AchievementSubject"));
        subject.put("identifier", List.of(identity));
        subject.put("achievement", achievement(rule));
        return subject;
    }

    /** The hash of a volunteer's id with the salt of the award, as Open Badges writes it. */
    static String hash(UUID volunteer, String salt) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((volunteer + salt).getBytes(StandardCharsets.UTF_8));
            return "sha256$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** What the badge stands for. */
    Map<String, Object> achievement(BadgeRule rule) {
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put("id", base() + "/achievements/" + rule.id());
        achievement.put("type", List.of("Achievement"));
        achievement.put("achievementType", "Badge");
        achievement.put("name", rule.name());
        achievement.put("description", rule.description());
        achievement.put("criteria", Map.of("narrative", rule.description()));
        return achievement;
    }

    private Map<String, Object> status(long index) {
        String list = StatusList.addressOf(base(), StatusList.listOf(index));
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("id", list + "#" + StatusList.placeOf(index));
        status.put("type", "BitstringStatusListEntry");
        status.put("statusPurpose", "revocation");
        status.put("statusListIndex", Integer.toString(StatusList.placeOf(index)));
        status.put("statusListCredential", list);
        return status;
    }

    /** The list that says which credentials were revoked, as JSON. */
    String statusCredential(StatusList list) {
        String address = StatusList.addressOf(base(), list.number());
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", address + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", "revocation");
        subject.put("encodedList", list.encoded());
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("@context", List.of(CONTEXT));
        credential.put("id", address);
        credential.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        credential.put("issuer", issuerAddress());
        credential.put("validFrom", list.at().truncatedTo(ChronoUnit.SECONDS).toString());
        credential.put("credentialSubject", subject);
        credential.put("iss", issuerAddress());
        credential.put("jti", address);
        credential.put("nbf", list.at().getEpochSecond());
        return json(credential);
    }

    /** Who issues badges. */
    Map<String, Object> issuer() {
        Map<String, Object> issuer = new LinkedHashMap<>();
        issuer.put("id", issuerAddress());
        issuer.put("type", List.of("Profile"));
        issuer.put("name", settings.issuerName());
        issuer.put("url", settings.publicUrl());
        return issuer;
    }

    String issuerAddress() {
        return base() + "/issuer";
    }

    private String base() {
        return settings.publicUrl() + "/open-badges";
    }

    private static String json(Map<String, Object> value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts and numbers is always JSON", impossible);
        }
    }
}
