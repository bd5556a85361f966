package org.linli.kit.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;

/** Shows people what this service holds of them (PIPL art. 45), and who looked at it. Guardians see it for a minor. */
@ApplicationScoped
class OwnDataUseCase {
    private static final String ALONE = "select pg_try_advisory_xact_lock(:key)";

    private final PersonalData data;
    private final OwnRows rows;
    private final AccessLog accesses;
    private final Wards wards;
    private final Audit audit;
    private final LinliClock clock;
    private final String service;

    @Inject
    OwnDataUseCase(
            PersonalData data,
            OwnRows rows,
            AccessLog accesses,
            Wards wards,
            Audit audit,
            LinliClock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.data = data;
        this.rows = rows;
        this.accesses = accesses;
        this.wards = wards;
        this.audit = audit;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Everything. Put on record; one at a time for each sign-in.
     *
     * @param minor a minor for whom the caller stands; null for oneself
     */
    @WithTransaction
    Uni<Outcome<OwnData>> export(Caller caller, UUID minor) {
        return person(caller, minor)
                .chain(known -> Steps.then(
                        known,
                        person -> alone(caller)
                                .chain(alone -> alone
                                        ? record(caller, minor)
                                                .chain(() -> parts(person, data.tables(), 0, new ArrayList<>()))
                                                .map(parts -> Outcome.done(new OwnData(service, clock.now(), parts)))
                                        : Steps.refused(KitRefusal.EXPORT_UNDER_WAY))));
    }

    /** What others did with the person's file, newest first. */
    @WithSession
    Uni<Outcome<Page<AccessView>>> accesses(Caller caller, UUID minor, Locale language, Paging paging) {
        return person(caller, minor).chain(known -> Steps.keep(known, person -> accesses.of(person, language, paging)));
    }

    private Uni<Outcome<Person>> person(Caller caller, UUID minor) {
        if (minor == null || minor.equals(caller.volunteerId())) {
            return Steps.decided(
                    Outcome.done(new Person(caller.volunteerId(), caller.accountId(), caller.recipientId())));
        }
        return wards.of(caller.accountId(), minor)
                .map(ward -> ward == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(ward));
    }

    private static Uni<Boolean> alone(Caller caller) {
        UUID account = caller.accountId();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALONE, Boolean.class)
                        .setParameter("key", account.getMostSignificantBits() + account.getLeastSignificantBits())
                        .getSingleResult());
    }

    private Uni<Void> record(Caller caller, UUID minor) {
        UUID subject = minor == null ? caller.accountId() : minor;
        return audit.record(caller, "personal-data.export", subject, null, null);
    }

    private Uni<List<OwnData.Part>> parts(Person person, List<PersonalTable> tables, int at, List<OwnData.Part> found) {
        if (at == tables.size()) {
            return Uni.createFrom().item(found);
        }
        PersonalTable table = tables.get(at);
        Uni<List<OwnData.Part>> next = table.exported()
                ? rows.of(table, data.hidden(table), person).map(own -> {
                    if (!own.isEmpty()) {
                        found.add(new OwnData.Part(table.name(), table.about(), own));
                    }
                    return found;
                })
                : Uni.createFrom().item(found);
        return next.chain(before -> parts(person, tables, at + 1, before));
    }
}
