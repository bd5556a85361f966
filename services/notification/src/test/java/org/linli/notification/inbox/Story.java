package org.linli.notification.inbox;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.activity.ActivityState;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.contracts.activity.ProgrammeEvent.ActivityCancelled;
import org.linli.contracts.points.PointsEvent.PostingMade;
import org.linli.contracts.points.PostingState;
import org.linli.contracts.registration.ErasureEvent.VolunteerErased;
import org.linli.contracts.registration.RegistrationEvent.VolunteerWithdrawn;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Surroundings;

/** One volunteer of a test and what happens to them, told as the other services would tell it. */
final class Story {
    private static final DivisionCode HOME = DivisionCode.of("530103005005");

    private final Surroundings surroundings;
    private final String subject = Surroundings.anyone();
    private final UUID volunteerId = UUID.randomUUID();

    Story(Surroundings surroundings) {
        this(surroundings, true);
    }

    private Story(Surroundings surroundings, boolean known) {
        this.surroundings = surroundings;
        if (known) {
            becomesKnown();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> surroundings
                                    .database()
                                    .count("select count(*) from account_copy where volunteer_id = ?", volunteerId)
                            == 1);
        }
    }

    static Story ofAStranger(Surroundings surroundings) {
        return new Story(surroundings, false);
    }

    String subject() {
        return subject;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    UUID account() {
        return AccountId.of(surroundings.issuer().url(), subject);
    }

    void becomesKnown() {
        VolunteerState state = new VolunteerState(
                volunteerId,
                account(),
                VolunteerStatus.PENDING,
                HOME.value(),
                AgeBand.FROM_18_TO_59,
                List.of(),
                List.of());
        surroundings.events().publish("registration", Fact.of(volunteerId, 1, HOME, new VolunteerWithdrawn(state)));
    }

    /** Registration tells that nobody is to know them any more. */
    void isErased() {
        isErased(account());
    }

    /** The same of somebody with this sign-in, or with none. */
    void isErased(UUID account) {
        VolunteerState nobody =
                new VolunteerState(volunteerId, null, VolunteerStatus.ERASED, HOME.value(), null, List.of(), List.of());
        surroundings
                .events()
                .publish("registration", Fact.of(volunteerId, 9, HOME, new VolunteerErased(nobody, account)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from erased_volunteer where volunteer_id = ?", volunteerId)
                        == 1);
    }

    void pointsPosted(long sequence, long amount, long balance) {
        pointsPosted(UUID.randomUUID(), sequence, amount, balance);
    }

    void pointsPosted(UUID event, long sequence, long amount, long balance) {
        PostingState posting = new PostingState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                volunteerId,
                HOME.value(),
                "POINTS",
                amount,
                balance,
                "service-hours",
                1,
                UUID.randomUUID(),
                Instant.now());
        surroundings.events().publish("points", Fact.of(volunteerId, sequence, HOME, new PostingMade(posting)), event);
    }

    /** An activity is cancelled that this sign-in made. */
    void activityCancelled(UUID maker) {
        ActivityState activity = new ActivityState(
                UUID.randomUUID(),
                HOME.value(),
                null,
                null,
                maker,
                ServiceCategory.MEALS,
                "MEALS",
                ActivityStatus.CANCELLED,
                false,
                List.of(),
                List.of(),
                false,
                null);
        surroundings
                .events()
                .publish("activity", Fact.of(activity.activityId(), 2, HOME, new ActivityCancelled(activity)));
    }

    void awaitMessages(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> numbers().size() >= count);
    }

    List<Long> numbers() {
        return surroundings
                .database()
                .query("select sequence from inbox where account_id = ? order by sequence", account())
                .stream()
                .map(row -> ((Number) row.get("sequence")).longValue())
                .toList();
    }
}
