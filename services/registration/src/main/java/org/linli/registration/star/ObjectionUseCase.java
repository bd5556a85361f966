package org.linli.registration.star;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.registration.StarEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.statistics.ServedMinutes;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Objections to stars on display. The file's row is locked, so that none comes in while the star is being given. */
@ApplicationScoped
class ObjectionUseCase {
    private static final String TABLE = "star_objection";

    private final VolunteerLookup volunteers;
    private final StarRepository files;
    private final ObjectionRepository objections;
    private final StarKeeping keeping;
    private final StarPolicy policy;
    private final ServedMinutes served;
    private final FieldCipher cipher;
    private final DueWork dueWork;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    ObjectionUseCase(
            VolunteerLookup volunteers,
            StarRepository files,
            ObjectionRepository objections,
            StarKeeping keeping,
            StarPolicy policy,
            ServedMinutes served,
            FieldCipher cipher,
            DueWork dueWork,
            Audit audit,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.files = files;
        this.objections = objections;
        this.keeping = keeping;
        this.policy = policy;
        this.served = served;
        this.cipher = cipher;
        this.dueWork = dueWork;
        this.audit = audit;
        this.clock = clock;
    }

    /** Anybody with a sign-in may object, once, to what is on display for everybody, but not to their own star. */
    @WithTransaction
    Uni<Outcome<ObjectionView>> object(Caller caller, UUID volunteerId, String reason) {
        return volunteers
                .find(volunteerId)
                .chain(volunteer -> files.lockOf(volunteerId)
                        .map(file -> judge(caller, volunteer, file))
                        .chain(judged -> Steps.then(judged, file -> record(caller, file, reason))));
    }

    private static Outcome<StarFile> judge(Caller caller, VolunteerSummary volunteer, StarFile file) {
        if (volunteer == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (StarRights.isOneself(caller, volunteer)) {
            return Outcome.refused(RegistrationRefusal.NOT_FOR_ONESELF);
        }
        return file == null ? Outcome.refused(RegistrationRefusal.NO_STAR_PROPOSED) : file.onDisplay();
    }

    private Uni<Outcome<ObjectionView>> record(Caller caller, StarFile file, String reason) {
        UUID id = Ids.next();
        StarObjection objection = StarObjection.to(
                file, id, cipher.encrypt(reason, TABLE, id, "reason"), caller.accountId(), clock.now());
        return objections
                .objected(file, caller.accountId())
                .chain(objected -> objected
                        ? Steps.refused(RegistrationRefusal.OBJECTED_ALREADY)
                        : objections
                                .persistAndFlush(objection)
                                .map(stored -> Outcome.done(objection.view(null, null))));
    }

    /** Objections to the stars of one volunteer, for those who decide; who objected is not told. */
    @WithSession
    Uni<Outcome<Page<ObjectionView>>> list(Caller caller, UUID volunteerId, Paging paging) {
        return volunteers
                .find(volunteerId)
                .chain(found -> Steps.keep(
                        StarRights.hear(caller, found),
                        volunteer -> files.of(volunteerId)
                                .chain(file -> file == null
                                        ? Uni.createFrom().item(new Page<>(List.of(), null))
                                        : objections
                                                .page(file.id(), paging.afterId(), paging.limit())
                                                .map(rows -> Page.of(
                                                        rows,
                                                        paging.limit(),
                                                        row -> row.id().toString(),
                                                        this::open)))));
    }

    /** Upholds an objection, so that the star is declined, or dismisses it. */
    @WithTransaction
    Uni<Outcome<ObjectionView>> decide(
            Caller caller, UUID volunteerId, UUID objectionId, boolean upheld, String reason) {
        return volunteers
                .find(volunteerId)
                .chain(found -> Steps.then(
                        StarRights.hear(caller, found),
                        volunteer -> files.lockOf(volunteerId)
                                .chain(file -> objection(file, objectionId)
                                        .map(known -> judge(caller, known, upheld, reason))
                                        .chain(judged -> Steps.keep(
                                                judged,
                                                objection -> objections
                                                        .flush()
                                                        .chain(() -> follow(caller, file, upheld, reason))
                                                        .chain(() -> audit.record(
                                                                caller,
                                                                "star.objection-decision",
                                                                volunteerId,
                                                                file.division(),
                                                                null))
                                                        .map(recorded -> open(objection)))))));
    }

    private Outcome<StarObjection> judge(Caller caller, StarObjection known, boolean upheld, String reason) {
        return known == null
                ? Outcome.refused(KitRefusal.NOT_FOUND)
                : known.decide(
                        upheld, cipher.encrypt(reason, TABLE, known.id(), "answer"), caller.accountId(), clock.now());
    }

    private Uni<StarObjection> objection(StarFile file, UUID objectionId) {
        return file == null ? Uni.createFrom().nullItem() : objections.of(file.id(), objectionId);
    }

    private Uni<Void> follow(Caller caller, StarFile file, boolean upheld, String reason) {
        if (!upheld) {
            return dueWork.schedule(StarAward.KIND, file.volunteerId(), file.publicUntil());
        }
        int stars = file.proposedStars();
        return served.of(file.volunteerId()).chain(minutes -> {
            StarEvent event = file.decline(policy.comeBack(minutes));
            return keeping.record(file, event, new StarKeeping.Because(stars, minutes, reason, caller.accountId()));
        });
    }

    private ObjectionView open(StarObjection objection) {
        return objection.view(
                cipher.decrypt(objection.reason(), TABLE, objection.id(), "reason"),
                cipher.decrypt(objection.answer(), TABLE, objection.id(), "answer"));
    }
}
