package org.linli.activity.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.session.Commitments;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.crypto.BlindIndex;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Gives secret addresses of calendars away, takes them back, and reads what is behind them. */
@ApplicationScoped
class FeedUseCase {
    private static final int SECRET_BYTES = 32;

    private final CalendarFeeds feeds;
    private final Copies copies;
    private final Commitments commitments;
    private final BlindIndex fingerprints;
    private final LinliClock clock;
    private final ActivityConfiguration configuration;
    private final SecureRandom random = new SecureRandom();

    @Inject
    FeedUseCase(
            CalendarFeeds feeds,
            Copies copies,
            Commitments commitments,
            BlindIndex fingerprints,
            LinliClock clock,
            ActivityConfiguration configuration) {
        this.feeds = feeds;
        this.copies = copies;
        this.commitments = commitments;
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.configuration = configuration;
    }

    /**
     * A feed as its owner sees it.
     *
     * @param id the feed
     * @param url its secret address; told once, when it is made
     * @param madeAt when it was made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedView(UUID id, String url, Instant madeAt) {}

    /** A new address for a volunteer's own calendar. */
    @WithTransaction
    Uni<Outcome<FeedView>> open(Caller caller) {
        if (caller.volunteerId() == null) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        return copies.volunteer(caller.volunteerId())
                .chain(volunteer -> volunteer == null || !volunteer.mayServe()
                        ? Steps.refused(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE)
                        : feeds.of(caller.accountId())
                                .chain(own ->
                                        own.size() >= configuration.programme().feedsPerPerson()
                                                ? Steps.refused(ActivityRefusal.TOO_MANY_FEEDS)
                                                : make(caller).map(Outcome::done)));
    }

    private Uni<FeedView> make(Caller caller) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        CalendarFeed feed = new CalendarFeed(
                Ids.next(), caller.accountId(), caller.volunteerId(), fingerprint(secret), clock.now());
        String url = configuration.checkIn().publicAddress() + "/calendars/" + secret + ".ics";
        return feeds.persistAndFlush(feed).map(made -> new FeedView(made.id(), url, made.madeAt()));
    }

    /** The caller's feeds, without their secrets. */
    @WithSession
    Uni<List<FeedView>> own(Caller caller) {
        return feeds.of(caller.accountId())
                .map(rows -> rows.stream()
                        .map(row -> new FeedView(row.id(), null, row.madeAt()))
                        .toList());
    }

    /** From now on nobody reads it. */
    @WithTransaction
    Uni<Outcome<UUID>> revoke(Caller caller, UUID id) {
        return feeds.findById(id).map(feed -> {
            if (feed == null || !feed.isOf(caller.accountId())) {
                return Outcome.refused(KitRefusal.NOT_FOUND);
            }
            feed.revoke(clock.now());
            return Outcome.done(id);
        });
    }

    /** The calendar behind a secret; whoever left has none any more. */
    @WithSession
    Uni<Outcome<String>> read(String secret) {
        return feeds.open(fingerprint(secret))
                .chain(feed -> feed == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : copies.volunteer(feed.volunteerId())
                                .chain(volunteer ->
                                        volunteer == null || volunteer.status().gone()
                                                ? Steps.refused(KitRefusal.NOT_FOUND)
                                                : file(feed.volunteerId()).map(Outcome::done)));
    }

    private Uni<String> file(UUID volunteerId) {
        Instant now = clock.now();
        Instant since = LinliClock.dayOf(now)
                .minusDays(configuration.programme().feedReachesBackDays())
                .atStartOfDay(LinliClock.ZONE)
                .toInstant();
        return commitments.of(volunteerId, since).map(found -> CalendarFile.of(found, now));
    }

    private byte[] fingerprint(String secret) {
        return fingerprints.of("calendar-feed " + secret);
    }
}
