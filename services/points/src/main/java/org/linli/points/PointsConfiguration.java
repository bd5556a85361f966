package org.linli.points;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** Local policy and limits of points. What a point is worth is not here: that is in the points rules. */
@ConfigMapping(prefix = "linli.points")
public interface PointsConfiguration {

    /** The chain of hashes over the postings. */
    Seal seal();

    /** The comparison of everything with everything. */
    Verification verification();

    /** Badges and their credentials. */
    Badges badges();

    /** Keys {@code linli.points.badges.*}. */
    interface Badges {

        /** Where the world reaches the gateway: the names in credentials begin with it, so it must not change. */
        @WithDefault("http://127.0.0.1:${LINLI_PORT:8080}")
        String publicUrl();

        /** Who issues the badges, as the world reads it. */
        @WithDefault("邻里公益银行")
        String issuerName();

        /** How long whoever checks badges may keep a list of revocations: so much later they learn of the next one. */
        @WithDefault("5m")
        Duration listAge();
    }

    /** The sign-ins that may act at the tills of merchants. */
    Till till();

    /** What points buy. */
    Redemption redemption();

    /** Points that end. */
    Expiry expiry();

    /** Keys {@code linli.points.till.*}. */
    interface Till {

        /** How long the one-time code works that links a sign-in to a till. */
        @WithDefault("72h")
        Duration codeValidity();

        /** After so many wrong tries such a code is void. */
        @WithDefault("5")
        int wrongTries();
    }

    /** Keys {@code linli.points.redemption.*}. */
    interface Redemption {

        /** How long what was set aside waits to be fetched, before it lapses. */
        @WithDefault("72h")
        Duration patience();

        /** How often is looked for what nobody fetched. */
        @WithDefault("1s")
        String lapseEvery();

        /** What the QR code says before its secret; the part behind '#' never reaches a server by itself. */
        @WithDefault("https://linli.example/till#")
        String linkPrefix();

        /** How many wrong six-digit codes a sign-in may try in a minute. */
        @WithDefault("10")
        int triesPerMinute();
    }

    /** Keys {@code linli.points.expiry.*}. */
    interface Expiry {

        /** How often is looked for points that have ended or soon will. */
        @WithDefault("5s")
        String every();

        /** How many lots that have ended one transaction takes. */
        @WithDefault("100")
        int batch();

        /** How long after the end of points is known that their owner was warned of it. */
        @WithDefault("P90D")
        Period keepWarnings();
    }

    /** Keys {@code linli.points.seal.*}. */
    interface Seal {

        /** How often new postings are sealed. */
        @WithDefault("10s")
        String every();

        /** How many places in the order of postings one seal covers at the most. */
        @WithDefault("50000")
        long places();
    }

    /** Keys {@code linli.points.verification.*}. */
    interface Verification {

        /** How long a call waits for a verification; a longer one goes on, and the next call gets its answer. */
        @WithDefault("20s")
        Duration patience();

        /** How long a finished verification that nobody has fetched yet is kept for its caller. */
        @WithDefault("2m")
        Duration keep();

        /** How old the oldest message of the outbox may be. */
        @WithDefault("60s")
        Duration outboxAge();

        /** How long an event may wait for its volunteer before that is a fault. */
        @WithDefault("24h")
        Duration waitingAge();

        /** How long the comparison waits for Kafka before it reports that the log cannot be read. */
        @WithDefault("10s")
        Duration kafkaPatience();

        /** The topic whose events earn points. */
        @WithDefault("linli.activity")
        String logTopic();

        /** The consumer group whose progress says which of them must have been applied. */
        @WithDefault("points")
        String logGroup();
    }
}
