package org.linli.activity.record;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.linli.activity.ActivityRoles;
import org.linli.activity.Steps;
import org.linli.activity.copy.Copies;
import org.linli.activity.record.RecordViews.HistoryLine;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;

/** Shows records: one's own, those of the teams one leads, and those in scope. */
@ApplicationScoped
class ReadRecordsUseCase {
    private final Records records;
    private final RecordList list;
    private final RecordChange change;
    private final RecordViews views;
    private final Copies copies;
    private final LinliClock clock;

    @Inject
    ReadRecordsUseCase(
            Records records, RecordList list, RecordChange change, RecordViews views, Copies copies, LinliClock clock) {
        this.records = records;
        this.list = list;
        this.change = change;
        this.views = views;
        this.copies = copies;
        this.clock = clock;
    }

    /** Confirmed service of one person. */
    record ServiceSummary(UUID volunteerId, long confirmedMinutes, long records, List<OfCategory> categories) {
        /** Confirmed service of one person and kind. */
        record OfCategory(ServiceCategory category, long minutes, long records) {}
    }

    /** One record. */
    @WithSession
    Uni<Outcome<ServiceRecordView>> one(UUID id, Caller caller) {
        return visible(id, caller).map(outcome -> outcome.map(views::one));
    }

    /** What happened to a record and to the entries it replaced, oldest first. */
    @WithSession
    Uni<Outcome<Page<HistoryLine>>> history(UUID id, Caller caller) {
        return visible(id, caller)
                .chain(outcome -> Steps.keep(
                        outcome,
                        record -> records.history(record.rootId())
                                .map(rows -> new Page<>(
                                        rows.stream().map(views::line).toList(), null))));
    }

    /** Records within what the caller may see, newest first. */
    @WithSession
    Uni<Outcome<Page<ServiceRecordView>>> list(RecordParameters wanted, Caller caller, Paging paging) {
        return page(wanted, caller, paging, (filter, scope) -> list.newest(filter, scope, paging));
    }

    /** Proposed records whose time to be decided is over (Order 67, art. 11), oldest first. */
    @WithSession
    Uni<Outcome<Page<ServiceRecordView>>> overdue(RecordParameters wanted, Caller caller, Paging paging) {
        return page(wanted, caller, paging, (filter, scope) -> list.overdue(filter, scope, clock.today(), paging));
    }

    private Uni<Outcome<Page<ServiceRecordView>>> page(
            RecordParameters wanted,
            Caller caller,
            Paging paging,
            BiFunction<RecordFilter, RecordScope, Uni<List<ServiceRecord>>> find) {
        return filter(wanted)
                .chain(filter -> Steps.keep(
                        filter,
                        found -> copies.serving(caller)
                                .chain(serving -> find.apply(found, RecordScope.of(caller, serving.teams())))
                                .map(rows -> page(rows, paging))));
    }

    private Uni<Outcome<RecordFilter>> filter(RecordParameters wanted) {
        if (wanted.division() == null) {
            return Steps.decided(Outcome.done(wanted.filter(null)));
        }
        return copies.division(wanted.division())
                .map(copy -> Copies.known(copy, "division").map(division -> wanted.filter(division.prefix())));
    }

    /** Confirmed minutes of oneself, or of somebody whose records the caller sees. */
    @WithSession
    Uni<Outcome<ServiceSummary>> summary(UUID asked, Caller caller) {
        UUID volunteer = asked == null ? caller.volunteerId() : asked;
        if (volunteer == null) {
            return Steps.refused(KitRefusal.INVALID_VALUE, "volunteerId");
        }
        return copies.volunteer(volunteer)
                .map(copy -> volunteer.equals(caller.volunteerId())
                                || copy != null && caller.holds(copy.division(), ActivityRoles.READERS)
                        ? Outcome.done(volunteer)
                        : Outcome.<UUID>refused(KitRefusal.NOT_FOUND))
                .chain(outcome ->
                        Steps.keep(outcome, found -> records.summary(found).map(rows -> summary(found, rows))));
    }

    private static ServiceSummary summary(UUID volunteer, List<Object[]> rows) {
        List<ServiceSummary.OfCategory> categories = rows.stream()
                .map(row -> new ServiceSummary.OfCategory(
                        ServiceCategory.valueOf((String) row[0]),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue()))
                .toList();
        return new ServiceSummary(
                volunteer,
                categories.stream()
                        .mapToLong(ServiceSummary.OfCategory::minutes)
                        .sum(),
                categories.stream()
                        .mapToLong(ServiceSummary.OfCategory::records)
                        .sum(),
                categories);
    }

    private Uni<Outcome<ServiceRecord>> visible(UUID id, Caller caller) {
        return records.findById(id)
                .chain(record -> record == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : change.standing(record, caller)
                                .map(standing -> standing.knows()
                                        ? Outcome.done(record)
                                        : Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    private Page<ServiceRecordView> page(List<ServiceRecord> rows, Paging paging) {
        return Page.of(rows, paging.limit(), record -> record.id().toString(), views::one);
    }
}
