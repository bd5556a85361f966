package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.RecipientCopy;
import org.linli.contracts.DivisionCode;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** Somebody orders help (点单). */
@ApplicationScoped
class SubmitUseCase {
    private final HelpRequests requests;
    private final Copies copies;
    private final PersonalTexts texts;
    private final RequestLog log;
    private final RequestViews views;
    private final RequestTimes times;
    private final LinliClock clock;

    @Inject
    SubmitUseCase(
            HelpRequests requests,
            Copies copies,
            PersonalTexts texts,
            RequestLog log,
            RequestViews views,
            RequestTimes times,
            LinliClock clock) {
        this.requests = requests;
        this.copies = copies;
        this.texts = texts;
        this.log = log;
        this.views = views;
        this.times = times;
        this.clock = clock;
    }

    /** What was found out about an order before it is made. */
    private record Address(Ordering.Party party, DivisionCode community, UUID stationId) {}

    @WithTransaction
    Uni<Outcome<RequestView>> submit(Caller caller, Submission asked) {
        Instant now = clock.now();
        Outcome<Ordering.Party> party = Ordering.time(asked.wantedFrom(), asked.wantedUntil(), now)
                .then(fine -> Ordering.party(caller, asked.recipientId(), asked.channel()));
        return Steps.then(party, known -> address(caller, asked, known))
                .chain(address -> Steps.then(address, found -> make(caller, asked, found, now)));
    }

    private Uni<Outcome<Address>> address(Caller caller, Submission asked, Ordering.Party party) {
        return copies.recipient(party.recipientId())
                .map(copy -> Copies.known(copy, "recipientId")
                        .then(recipient -> Ordering.recipient(caller, party, recipient)))
                .chain(checked -> Steps.then(
                        checked,
                        recipient -> community(asked, recipient)
                                .chain(division -> Steps.then(
                                        division,
                                        community -> station(asked, recipient, community)
                                                .map(station -> station.map(
                                                        id -> new Address(party, community, id.value())))))));
    }

    private Uni<Outcome<DivisionCode>> community(Submission asked, RecipientCopy recipient) {
        if (asked.division() == null) {
            return Steps.decided(Outcome.done(Ordering.community(recipient.division())));
        }
        return copies.division(asked.division())
                .map(copy -> Copies.known(copy, "division").then(Ordering::community));
    }

    /** The station that handles an order; its id is null where the recipient has none. */
    private record Station(UUID value) {}

    private Uni<Outcome<Station>> station(Submission asked, RecipientCopy recipient, DivisionCode community) {
        if (asked.stationId() == null) {
            return Steps.decided(Outcome.done(new Station(recipient.stationId())));
        }
        return copies.station(asked.stationId())
                .map(copy -> Copies.known(copy, "stationId")
                        .then(station -> Ordering.station(station, community))
                        .map(Station::new));
    }

    private Uni<Outcome<RequestView>> make(Caller caller, Submission asked, Address address, Instant now) {
        UUID id = Ids.next();
        HelpRequest request = new HelpRequest(id, ordered(id, caller, asked, address, now));
        Relation relation = Relations.atFirstSight(request, caller);
        if (!relation.recipient() && !relation.coordinates()) {
            // the recipient is in scope, but not the place or the station that was named
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        Moved moved = request.submit(relation.forRecipient());
        return requests.persist(request)
                .chain(() -> log.record(request, moved))
                .chain(() -> times.escalationOf(request, now))
                .replaceWith(() -> Outcome.done(views.one(request, relation)));
    }

    private Ordered ordered(UUID id, Caller caller, Submission asked, Address address, Instant now) {
        return new Ordered(
                address.party().recipientId(),
                address.stationId(),
                address.community().value(),
                asked.category(),
                asked.skills().toArray(String[]::new),
                address.party().channel(),
                caller.accountId(),
                now,
                texts.sealDescription(id, asked.description()),
                texts.sealRisks(id, asked.risks()),
                texts.sealPlace(id, asked.place()),
                asked.wantedFrom(),
                asked.wantedUntil());
    }
}
