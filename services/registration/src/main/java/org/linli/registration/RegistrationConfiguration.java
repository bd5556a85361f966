package org.linli.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator may set for registration. */
@ConfigMapping(prefix = "linli.registration")
public interface RegistrationConfiguration {

    /** Issuer of the one operator by configuration; together with the subject it names an account. */
    Optional<String> bootstrapIssuer();

    /** Subject of the one operator by configuration. */
    Optional<String> bootstrapSubject();

    /** Below this age in whole years nobody registers, not even with consent (Civil Code art. 20: no capacity). */
    @WithDefault("8")
    int minimumAge();

    /** From this age in whole years on people register themselves; below it a guardian consents first. */
    @WithDefault("18")
    int adultAge();

    /** How many faulty rows of a division file are named in the answer. */
    @WithDefault("100")
    int faultyRowsShown();

    /** How far around a place, in metres, stations may be searched. */
    @WithDefault("20000")
    int nearbyMetres();

    /** How long a recipient's one-time sign-in code can be redeemed. */
    @WithDefault("7d")
    Duration signInCodeValidity();

    /** After how many wrong tries a recipient's sign-in code is void. */
    @WithDefault("5")
    int signInCodeTries();

    /** How many guardians may stand for one minor at the same time. */
    @WithDefault("4")
    int guardiansPerMinor();

    /** How many households one volunteer is paired with at the most (product R07: 12). */
    @WithDefault("12")
    int pairingsPerVolunteer();

    /** How people are erased. */
    Erasure erasure();

    /** Erasure (product R04). */
    interface Erasure {
        /** How long a demand waits to be confirmed. */
        @WithDefault("24h")
        Duration confirmWithin();

        /** How long the same sign-in does not register anew: every service must have followed before. */
        @WithDefault("24h")
        Duration rest();
    }

    /** How people are signed in with browsers. */
    Sessions sessions();

    /** Keys of devices and systems. */
    ApiKeys apiKeys();

    /** What star ratings are given by. */
    Stars stars();

    /** Sessions of browsers at the gateway. */
    interface Sessions {
        /** How long somebody stays signed in at the longest, however busy. */
        @WithDefault("12h")
        Duration lifetime();

        /** In how many browsers one person is signed in at the most; another one ends the oldest. */
        @WithDefault("10")
        int most();

        /** How old the oldest has to be for that; as long as all are younger, another one is refused. */
        @WithDefault("1m")
        Duration settled();
    }

    /** Keys of devices and systems. */
    interface ApiKeys {
        /** How long a key counts at the longest; before that somebody makes the next one. */
        @WithDefault("400d")
        Duration longest();
    }

    /** Star ratings (product R09): every number is a local choice, Order 67 art. 10 sets none. */
    interface Stars {
        /** Recorded hours for one to five stars. */
        @WithDefault("100,300,600,1000,1500")
        List<Integer> ladder();

        /** How many days a proposed star is on display before it counts. */
        @WithDefault("7")
        int publicityDays();

        /** Whether five stars take a selection by an administrator beside the hours. */
        @WithDefault("false")
        boolean fiveBySelection();

        /** How many more recorded hours it takes to be proposed again after a star was declined or taken away. */
        @WithDefault("100")
        int hoursToReturn();
    }
}
