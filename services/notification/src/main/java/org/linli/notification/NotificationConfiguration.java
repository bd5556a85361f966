package org.linli.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Local policy and limits of notification. The mail server itself: {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "linli.notification")
public interface NotificationConfiguration {

    /** Where people reach Linli; the link in every e-mail. */
    String publicAddress();

    /** E-mail addresses and the codes that prove them. */
    Address address();

    /** Sending e-mail. */
    Email email();

    /** How long what is over is kept. */
    Retention retention();

    /** Keys {@code linli.notification.retention.*}. */
    interface Retention {

        /** How often a replica looks for what is over. */
        @WithDefault("10m")
        String every();

        /** How long a delivery that was sent, given up or withdrawn stays in the log. */
        @WithDefault("180d")
        Duration deliveries();

        /** How long an event stays in the feed of a district, and what is over in the copies beside it. */
        @WithDefault("90d")
        Duration feeds();
    }

    /** What districts receive. */
    Feed feed();

    /** Keys {@code linli.notification.feed.*}. */
    interface Feed {

        /** How long a call may wait for the next event at the most; less than the gateway waits for an answer. */
        @WithDefault("25s")
        Duration longestWait();

        /** How often somebody who waits looks even if nothing woke them. */
        @WithDefault("15s")
        Duration heartbeat();

        /** How many events are looked through at once for those of the types asked for. */
        @WithDefault("20000")
        int lookThrough();
    }

    /** Keys {@code linli.notification.address.*}. */
    interface Address {

        /** How long a code is good. */
        @WithDefault("15m")
        Duration codeLife();

        /** How many wrong tries end a code. */
        @WithDefault("5")
        int tries();

        /** How many codes one address gets within a day, whoever asks: nobody's letterbox is to be filled. */
        @WithDefault("5")
        int codesAnAddress();

        /** How many codes one account may ask for within a day. */
        @WithDefault("10")
        int codesAnAccount();
    }

    /** Keys {@code linli.notification.email.*}. */
    interface Email {

        /** How often a replica looks for e-mails that are due. */
        @WithDefault("1s")
        String every();

        /** How many e-mails a replica takes at once. */
        @WithDefault("20")
        int batch();

        /** How many of them it sends at the same time. */
        @WithDefault("4")
        int together();

        /** How long the mail server may take for one e-mail. */
        @WithDefault("30s")
        Duration patience();

        /** How long an e-mail that was taken belongs to its replica; longer than a batch can take. */
        @WithDefault("5m")
        Duration claim();

        /** The pause after the first failure; each further one is twice as long. */
        @WithDefault("15s")
        Duration firstPause();

        /** The longest pause between two tries. */
        @WithDefault("1h")
        Duration longestPause();

        /** How long an e-mail is tried before it is given up. */
        @WithDefault("3d")
        Duration giveUpAfter();

        /** How often an e-mail that cannot be written, or whose address cannot be read, is tried. */
        @WithDefault("3")
        int brokenTries();
    }
}
