package org.linli.activity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Local policy of activity: every number a city may want different. Keys begin with {@code linli.activity}. */
@ConfigMapping(prefix = "linli.activity")
public interface ActivityConfiguration {

    /** How orders for help are handled. */
    Request request();

    /** Keys {@code linli.activity.request.*}. */
    interface Request {

        /** How long an offer waits for an answer before the order goes back to the pool. */
        @WithDefault("PT30M")
        Duration offerExpiresAfter();

        /** How long an order may go without being taken, counted from submission, before the next level is shown it. */
        @WithDefault("PT4H")
        Duration escalateAfter();

        /** With how many stars at the most the recipient's review lets an order be opened again. */
        @WithDefault("2")
        @Min(1)
        @Max(5)
        int reopenUpToStars();

        /** How many volunteers, and how many teams, are suggested for one order. */
        @WithDefault("20")
        @Min(1)
        @Max(200)
        int candidates();
    }

    /** How presence is proven. */
    CheckIn checkIn();

    /** What service counts, and when. */
    ServiceRecords serviceRecords();

    /** How people sign up for sessions. */
    SignUps signUps();

    /** Activities and their sessions. */
    Programme programme();

    /** Keys {@code linli.activity.programme.*}. */
    interface Programme {

        /** How many days ahead the sessions of a series are made, so that people can sign up for them. */
        @WithDefault("90")
        @Min(1)
        @Max(366)
        int sessionsAheadDays();

        /** How many days back a calendar feed shows sessions. */
        @WithDefault("30")
        @Min(0)
        @Max(366)
        int feedReachesBackDays();

        /** How many calendar feeds one person may have at a time. */
        @WithDefault("5")
        @Min(1)
        @Max(100)
        int feedsPerPerson();
    }

    /** Keys {@code linli.activity.check-in.*}. */
    interface CheckIn {

        /** Where pages are reached from outside; the address in the QR code begins with it. */
        @WithDefault("${LINLI_PUBLIC_ADDRESS:http://127.0.0.1:${LINLI_PORT:8080}}")
        String publicAddress();

        /** How long one code is shown before the next, whole seconds. */
        @WithDefault("PT30S")
        Duration codeStep();

        /** How many steps before and after the current one a code still counts. */
        @WithDefault("1")
        @Min(0)
        @Max(10)
        int codeTolerance();

        /** How many wrong digits a volunteer may try within a minute. */
        @WithDefault("5")
        @Min(1)
        @Max(100)
        int triesPerMinute();

        /** How far from the place of service a check-in is accepted, in metres. */
        @WithDefault("500")
        @Min(10)
        @Max(100000)
        int radiusMetres();

        /** How long before the wanted time one may check in. */
        @WithDefault("PT24H")
        Duration opensBefore();

        /** How long after the wanted time one may still check in. */
        @WithDefault("PT24H")
        Duration closesAfter();

        /** How many pairs of check-in and check-out one person may have a day and service. */
        @WithDefault("3")
        @Min(1)
        @Max(100)
        int pairsPerDay();

        /** How far back the leader's list may reach. */
        @WithDefault("P14D")
        Duration listReachesBack();

        /** How long before a session begins one may check in. */
        @WithDefault("PT1H")
        Duration sessionOpensBefore();

        /**
         * How long after the end of a session one may still check out; then forgotten check-outs are closed at the end
         * of the session, and whoever did not come is marked.
         */
        @WithDefault("PT30M")
        Duration sessionClosesAfter();

        /** How long after the end of a session a device may tell what happened while it was offline. */
        @WithDefault("P3D")
        Duration claimsWithin();
    }

    /** Keys {@code linli.activity.sign-ups.*}. */
    interface SignUps {

        /** How long before the begin of a session nobody new signs up. */
        @WithDefault("PT1H")
        Duration closesBefore();

        /** How long a place that became free is kept for whoever is next on the waitlist. */
        @WithDefault("PT2H")
        Duration offerFor();

        /** How many people one may bring along at the most. */
        @WithDefault("2")
        @Min(0)
        @Max(100)
        int guests();

        /** How many sign-ups may wait for one session. */
        @WithDefault("100")
        @Min(0)
        @Max(10000)
        int waiting();

        /** Less time than this between two services must be accepted by whoever signs up. */
        @WithDefault("PT30M")
        Duration littleTime();

        /** How many sessions missed without an accepted reason bar from signing up. */
        @WithDefault("3")
        @Min(1)
        @Max(100)
        int missesAllowed();

        /** Within what time those sessions lie. */
        @WithDefault("P90D")
        Duration missesWithin();

        /** For how long, counted from the last of them. */
        @WithDefault("P30D")
        Duration barredFor();

        /** How long after a session one may say why one was not there. */
        @WithDefault("P7D")
        Duration appealWithin();
    }

    /** Keys {@code linli.activity.service-records.*}. */
    interface ServiceRecords {

        /** Up to how many minutes a day whoever may confirm may confirm; beyond, the district's administrator. */
        @WithDefault("480")
        @Min(0)
        @Max(1440)
        int firstGateMinutes();

        /** Up to how many minutes a day the district's administrator may confirm; beyond, the operator. */
        @WithDefault("720")
        @Min(0)
        @Max(1440)
        int secondGateMinutes();

        /** Within how many working days after service a record must be decided (Order 67, art. 11). */
        @WithDefault("10")
        @Min(1)
        @Max(100)
        int decideWithinWorkingDays();

        /** Within how many working days after service hours may be entered by hand (Order 67, art. 11). */
        @WithDefault("10")
        @Min(1)
        @Max(250)
        int enterWithinWorkingDays();

        /** Whether hours entered by hand earn points. */
        @WithDefault("false")
        boolean manualEarnsPoints();

        /** How many minutes one imported record may hold at the most; it may sum up a person's service of years. */
        @WithDefault("6000000")
        @Min(1)
        int importedMinutes();
    }
}
