package org.linli.registration.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.ErasureEvent;
import org.linli.contracts.registration.GuardianshipEvent;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.Outcome;
import org.linli.registration.Masking;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.statistics.CountedVolunteer;

/** A volunteer (志愿者). One person has one registration and one account. */
@Entity(name = "Volunteer")
class Volunteer {
    @Id
    private UUID id;

    /** Null for somebody brought over from a former system, and for a rejection that gave it up. */
    @Column(name = "account_id")
    private UUID accountId;

    private String number;

    @Enumerated(EnumType.STRING)
    private VolunteerStatus status;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "status_since")
    private Instant statusSince;

    @Column(name = "registered_at")
    private Instant registeredAt;

    private String division;

    @Embedded
    private SealedPerson person;

    private String[] skills;
    private String[] categories;
    private String[] identities;
    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Volunteer() {}

    /**
     * What a registration brings.
     *
     * @param person the personal fields, sealed for the row of the volunteer
     * @param home community in which the volunteer lives
     */
    record Application(
            SealedPerson person,
            DivisionCode home,
            List<String> skills,
            List<ServiceCategory> categories,
            List<String> identities) {
        Application {
            skills = List.copyOf(skills);
            categories = List.copyOf(categories);
            identities = List.copyOf(identities);
        }
    }

    /** Somebody registers for the first time. */
    static Volunteer register(UUID id, UUID accountId, String number, Application application, Instant now) {
        Volunteer volunteer = new Volunteer();
        volunteer.id = id;
        volunteer.accountId = accountId;
        volunteer.number = number;
        volunteer.registeredAt = now;
        volunteer.take(application, now);
        return volunteer;
    }

    /**
     * The same account registers again: after a rejection with corrected data, after a withdrawal as the same person.
     * Anybody else is registered already.
     *
     * @param taken whether another account is registered with the document
     */
    Outcome<Volunteer> registerAgain(Application application, boolean taken, Instant now) {
        boolean corrects = status == VolunteerStatus.REJECTED;
        boolean returns = status == VolunteerStatus.WITHDRAWN && person.hasDocumentOf(application.person());
        if (!corrects && !returns) {
            return Outcome.refused(RegistrationRefusal.ACCOUNT_HAS_VOLUNTEER);
        }
        if (taken) {
            return Outcome.refused(RegistrationRefusal.ALREADY_REGISTERED, "documentNumber");
        }
        take(application, now);
        return Outcome.done(this);
    }

    /**
     * Somebody brought over from a former system gets their file: a station saw the card. The row must be locked.
     *
     * @param account the person's own sign-in, which has no volunteer yet
     */
    Outcome<RegistrationEvent> handTo(UUID account, AgeBand ageBand) {
        if (accountId != null) {
            return Outcome.refused(RegistrationRefusal.VOLUNTEER_HAS_ACCOUNT);
        }
        accountId = account;
        sequence++;
        return Outcome.done(registered(ageBand));
    }

    /** A rejected registration leaves its sign-in to the file that is really the person's. The row must be locked. */
    RegistrationEvent giveUpAccount(AgeBand ageBand) {
        accountId = null;
        sequence++;
        return registered(ageBand);
    }

    /** Something happens to the volunteer; the row must be locked. */
    Outcome<RegistrationEvent> move(VolunteerMove move, String reason, AgeBand ageBand, Instant now) {
        return move.from(status).map(next -> {
            status = next;
            statusReason = reason;
            statusSince = now;
            sequence++;
            return move.event(state(ageBand));
        });
    }

    /** Forgets the person; what was counted stays under the id. The row must be locked. */
    ErasureEvent erase(Instant now) {
        UUID account = accountId;
        accountId = null;
        number = "erased " + id;
        person = SealedPerson.nobody(id);
        skills = new String[0];
        categories = new String[0];
        identities = new String[0];
        status = VolunteerStatus.ERASED;
        statusReason = null;
        statusSince = now;
        sequence++;
        return new ErasureEvent.VolunteerErased(state(null), account);
    }

    /** A birthday leads into the next age band; answers the sequence of the event that tells it. */
    long grow() {
        return ++sequence;
    }

    /** The event of such a birthday. */
    GuardianshipEvent ageBandReached(AgeBand ageBand) {
        return new GuardianshipEvent.AgeBandReached(state(ageBand));
    }

    /** The event of a registration. */
    RegistrationEvent registered(AgeBand ageBand) {
        return new RegistrationEvent.VolunteerRegistered(state(ageBand));
    }

    private void take(Application application, Instant now) {
        person = application.person();
        division = application.home().value();
        skills = application.skills().toArray(String[]::new);
        categories = application.categories().stream().map(Enum::name).toArray(String[]::new);
        identities = application.identities().toArray(String[]::new);
        status = VolunteerStatus.PENDING;
        statusReason = null;
        statusSince = now;
        sequence++;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    VolunteerStatus status() {
        return status;
    }

    SealedPerson person() {
        return person;
    }

    /** What the figures need to know of it, as it stands now. */
    CountedVolunteer counted() {
        return CountedVolunteer.of(id, division, registeredAt, status);
    }

    long sequence() {
        return sequence;
    }

    long version() {
        return version;
    }

    /** What answers show: nobody's data in full. */
    VolunteerView view(Person open, AgeBand ageBand) {
        return new VolunteerView(
                id,
                number,
                status,
                statusReason,
                Masking.name(open.realName()),
                open.document().type(),
                Masking.documentNumber(open.document().number()),
                Masking.phone(open.phone().value()),
                ageBand,
                open.sex(),
                division,
                List.of(skills),
                offered(),
                List.of(identities),
                registeredAt,
                statusSince,
                version);
    }

    private List<ServiceCategory> offered() {
        return Stream.of(categories).map(ServiceCategory::valueOf).toList();
    }

    private VolunteerState state(AgeBand ageBand) {
        return new VolunteerState(id, accountId, status, division, ageBand, List.of(skills), offered());
    }
}
