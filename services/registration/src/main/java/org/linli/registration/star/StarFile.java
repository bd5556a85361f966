package org.linli.registration.star;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.StarEvent;
import org.linli.contracts.registration.StarState;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * The stars of a volunteer (星级志愿者; Order 67 art. 10 allows ratings by hours and quality). A star is proposed when
 * the hours are reached, on display (公示) for some days, and counts after that; it is taken away by a decision only.
 */
@Entity(name = "StarFile")
@Table(name = "star_file")
class StarFile {
    @Id
    private UUID id;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    private String division;
    private int stars;

    @Column(name = "proposed_stars")
    private int proposedStars;

    @Column(name = "public_until")
    private Instant publicUntil;

    @Column(name = "minutes_to_return")
    private long minutesToReturn;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected StarFile() {}

    /** The file of a volunteer without stars. */
    static StarFile of(UUID id, UUID volunteerId, DivisionCode home) {
        StarFile file = new StarFile();
        file.id = id;
        file.volunteerId = volunteerId;
        file.division = home.value();
        return file;
    }

    /**
     * The recorded hours changed; the row must be locked.
     *
     * @param reached stars that the hours bring
     * @param until when a display that begins now would end
     */
    Optional<StarEvent> review(int reached, long minutes, Instant until) {
        if (proposedStars > 0) {
            return reached < proposedStars ? Optional.of(decline(minutes)) : Optional.empty();
        }
        return reached > stars && minutes >= minutesToReturn ? Optional.of(propose(reached, until)) : Optional.empty();
    }

    /** An administrator selects the volunteer for five stars. */
    Outcome<StarEvent> select(boolean eligible, Instant until) {
        return eligible && proposedStars == 0 && stars < StarLadder.MOST
                ? Outcome.done(propose(StarLadder.MOST, until))
                : Outcome.refused(RegistrationRefusal.NOT_UP_FOR_SELECTION);
    }

    private StarEvent propose(int wanted, Instant until) {
        proposedStars = wanted;
        publicUntil = until;
        sequence++;
        return new StarEvent.StarProposed(state());
    }

    /** Whether the time of display has passed for what is proposed. */
    boolean isRipe(Instant now) {
        return proposedStars > 0 && !now.isBefore(publicUntil);
    }

    /** The display passed: the star counts. */
    StarEvent award() {
        stars = proposedStars;
        clear();
        return new StarEvent.StarAwarded(state());
    }

    /** The proposal ends without a star; it comes again with {@code comeBack} recorded minutes at the earliest. */
    StarEvent decline(long comeBack) {
        minutesToReturn = comeBack;
        clear();
        return new StarEvent.StarDeclined(state());
    }

    /** Stars are taken away by a decision; a proposal ends with it. */
    Outcome<StarEvent> downgrade(int to, long comeBack) {
        if (to >= stars) {
            return Outcome.refused(RegistrationRefusal.STARS_NOT_LOWER, "stars");
        }
        stars = to;
        minutesToReturn = comeBack;
        clear();
        return Outcome.done(new StarEvent.StarDowngraded(state()));
    }

    /** The file, if a star is on display now. */
    Outcome<StarFile> onDisplay() {
        return proposedStars > 0 ? Outcome.done(this) : Outcome.refused(RegistrationRefusal.NO_STAR_PROPOSED);
    }

    /** Where the volunteer lives now. */
    void movesTo(DivisionCode home) {
        division = home.value();
    }

    private void clear() {
        proposedStars = 0;
        publicUntil = null;
        sequence++;
    }

    UUID id() {
        return id;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    int stars() {
        return stars;
    }

    int proposedStars() {
        return proposedStars;
    }

    Instant publicUntil() {
        return publicUntil;
    }

    long sequence() {
        return sequence;
    }

    long version() {
        return version;
    }

    private StarState state() {
        return new StarState(id, volunteerId, division, stars, proposedStars, publicUntil);
    }
}
