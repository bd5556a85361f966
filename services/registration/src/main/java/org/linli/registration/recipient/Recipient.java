package org.linli.registration.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.ErasureEvent;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/** A recipient of help (服务对象): a resident or an institution, enrolled by a station. Its events name only its id. */
@Entity(name = "Recipient")
class Recipient {
    private static final byte[] NOTHING = {};

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private RecipientKind kind;

    @Column(name = "station_id")
    private UUID stationId;

    private String division;

    @Enumerated(EnumType.STRING)
    private HouseholdTier tier;

    private String[] needs;

    @Column(name = "name_encrypted")
    private byte[] name;

    @Column(name = "phone_encrypted")
    private byte[] phone;

    @Column(name = "address_encrypted")
    private byte[] address;

    @Column(name = "care_notes_encrypted")
    private byte[] careNotes;

    @Column(name = "birth_date_encrypted")
    private byte[] birthDate;

    @Enumerated(EnumType.STRING)
    private RecipientStatus status;

    @Column(name = "enrolled_at")
    private Instant enrolledAt;

    @Column(name = "enrolled_by")
    private UUID enrolledBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private UUID withdrawnBy;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Recipient() {}

    /**
     * What a recipient begins with.
     *
     * @param division home community
     * @param person the personal fields, encrypted for the row {@code id}
     */
    record Enrolment(
            UUID id,
            RecipientKind kind,
            UUID stationId,
            DivisionCode division,
            HouseholdTier tier,
            List<ServiceCategory> needs,
            SealedPerson person) {
        Enrolment {
            needs = List.copyOf(needs);
        }
    }

    /** Enrols a recipient. */
    static Recipient enrol(Enrolment enrolment, UUID by, Instant now) {
        Recipient recipient = new Recipient();
        recipient.id = enrolment.id();
        recipient.kind = enrolment.kind();
        recipient.stationId = enrolment.stationId();
        recipient.division = enrolment.division().value();
        recipient.tier = enrolment.tier();
        recipient.needs = enrolment.needs().stream().distinct().map(Enum::name).toArray(String[]::new);
        recipient.name = enrolment.person().name();
        recipient.phone = enrolment.person().phone();
        recipient.address = enrolment.person().address();
        recipient.careNotes = enrolment.person().careNotes();
        recipient.birthDate = enrolment.person().birthDate();
        recipient.status = RecipientStatus.ACTIVE;
        recipient.enrolledAt = now;
        recipient.enrolledBy = by;
        recipient.sequence = 1;
        return recipient;
    }

    /** The event of the beginning. */
    RegistrationEvent enrolled() {
        return new RegistrationEvent.RecipientEnrolled(state());
    }

    /** Whether a one-time code may be given out: not after the recipient left, and only for the first sign-in. */
    Outcome<Recipient> awaitsSignIn() {
        if (status == RecipientStatus.WITHDRAWN) {
            return Outcome.refused(RegistrationRefusal.RECIPIENT_WITHDRAWN);
        }
        return accountId == null ? Outcome.done(this) : Outcome.refused(RegistrationRefusal.RECIPIENT_LINKED_ALREADY);
    }

    /** From now on this sign-in is the recipient's own; the code must have been judged before. */
    RegistrationEvent link(UUID account) {
        accountId = account;
        sequence++;
        return new RegistrationEvent.RecipientLinked(state());
    }

    /** The recipient leaves, or is taken off the list. */
    Outcome<RegistrationEvent> withdraw(UUID by, Instant now) {
        if (status == RecipientStatus.WITHDRAWN) {
            return Outcome.refused(RegistrationRefusal.RECIPIENT_WITHDRAWN);
        }
        status = RecipientStatus.WITHDRAWN;
        withdrawnBy = by;
        withdrawnAt = now;
        sequence++;
        return Outcome.done(new RegistrationEvent.RecipientWithdrawn(state()));
    }

    /**
     * Nobody is to be known by it any more: only where help was counted stays. The file must have ended.
     *
     * @param account the sign-in to forget everywhere; null if it stays somebody's
     */
    ErasureEvent erase(UUID account) {
        status = RecipientStatus.ERASED;
        withdrawnBy = withdrawnBy.equals(accountId) ? id : withdrawnBy;
        accountId = null;
        tier = HouseholdTier.GENERAL;
        needs = new String[0];
        name = NOTHING;
        phone = NOTHING;
        address = NOTHING;
        careNotes = NOTHING;
        birthDate = NOTHING;
        sequence++;
        return new ErasureEvent.RecipientErased(state(), account);
    }

    UUID id() {
        return id;
    }

    RecipientStatus status() {
        return status;
    }

    boolean isLinkedTo(UUID account) {
        return account.equals(accountId);
    }

    RecipientKind kind() {
        return kind;
    }

    UUID stationId() {
        return stationId;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    long sequence() {
        return sequence;
    }

    SealedPerson person() {
        return new SealedPerson(name, phone, address, careNotes, birthDate);
    }

    RecipientSummary summary() {
        return new RecipientSummary(id, accountId, stationId, division(), status == RecipientStatus.ACTIVE);
    }

    /** What a list shows, with the name as it may be shown there. */
    RecipientView view(String shownName) {
        return new RecipientView(
                id,
                kind,
                shownName,
                tier,
                kinds(),
                division,
                stationId,
                accountId != null,
                status,
                enrolledAt,
                version);
    }

    private List<ServiceCategory> kinds() {
        return Stream.of(needs).map(ServiceCategory::valueOf).toList();
    }

    private RecipientState state() {
        return new RecipientState(id, accountId, stationId, division, status == RecipientStatus.ACTIVE);
    }
}
