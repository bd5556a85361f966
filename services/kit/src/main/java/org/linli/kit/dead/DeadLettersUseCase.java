package org.linli.kit.dead;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.Savepoints;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.dead.LetterViews.LetterResult;
import org.linli.kit.dead.LetterViews.LetterView;
import org.linli.kit.dead.LetterViews.OpenLetter;
import org.linli.kit.dead.LetterViews.Report;
import org.linli.kit.dead.LetterViews.Result;
import org.linli.kit.event.CauseGroup;
import org.linli.kit.fault.FaultPoint;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;

/**
 * What operators do with letters (decision 143). One call is one transaction: the effects of a letter, what became of
 * it and who did it are committed together or not at all.
 */
@ApplicationScoped
class DeadLettersUseCase {
    /** Letters were consumed and are marked; nothing is committed. */
    private static final FaultPoint LETTERS_CONSUMED = new FaultPoint("letters-consumed");

    private final Pool pool;
    private final DeadLetterRows rows;
    private final Redelivery redelivery;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    DeadLettersUseCase(Pool pool, DeadLetterRows rows, Redelivery redelivery, Audit audit, LinliClock clock) {
        this.pool = pool;
        this.rows = rows;
        this.redelivery = redelivery;
        this.audit = audit;
        this.clock = clock;
    }

    /** Carries what a dry run found out of its transaction, which is rolled back by it. */
    private static final class DryRun extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised: it lives for the length of one call
        private final Outcome<Report> found;

        DryRun(Outcome<Report> found) {
            super(null, null, false, false);
            this.found = found;
        }
    }

    /** What is done with one letter after another. */
    private interface Step {
        Uni<LetterResult> take(SqlConnection connection, DeadLetter letter);
    }

    Uni<Outcome<Page<LetterView>>> list(Caller caller, LetterFilter filter, Paging paging) {
        return isOperator(caller)
                ? rows.page(pool, filter, number(paging), paging.limit() + 1)
                        .map(found ->
                                Page.of(found, paging.limit(), letter -> Long.toString(letter.id()), LetterView::of))
                        .map(Outcome::done)
                : Steps.refused(KitRefusal.FORBIDDEN);
    }

    Uni<Outcome<Page<LetterGroup>>> groups(Caller caller, DeadLetter.State state, Paging paging) {
        String after = paging.afterKey() == null ? "" : paging.afterKey();
        return isOperator(caller)
                ? rows.groups(pool, state, after, paging.limit() + 1)
                        .map(found -> Page.of(found, paging.limit(), LetterGroup::group, Function.identity()))
                        .map(Outcome::done)
                : Steps.refused(KitRefusal.FORBIDDEN);
    }

    Uni<Outcome<OpenLetter>> show(Caller caller, long id) {
        if (!isOperator(caller)) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        return rows.find(pool, id)
                .chain(letter -> letter == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : rows.content(pool, letter).map(content -> Outcome.done(OpenLetter.of(letter, content))));
    }

    /** Does with the letters what {@link #redrive} does, and undoes it. */
    Uni<Outcome<Report>> trial(Caller caller, LetterChoice choice) {
        return Savepoints.transaction(
                        pool,
                        connection ->
                                redrive(connection, caller, choice).<Outcome<Report>>map(DeadLettersUseCase::undo))
                .onFailure(DryRun.class)
                .recoverWithItem(undone -> ((DryRun) undone).found);
    }

    private static Outcome<Report> undo(Outcome<Report> found) {
        throw new DryRun(found);
    }

    /**
     * Hands letters to their consumers again, the earliest first. One that waits behind an earlier letter with the same
     * key is held.
     */
    Uni<Outcome<Report>> redrive(SqlConnection connection, Caller caller, LetterChoice choice) {
        return each(connection, caller, choice, (within, letter) -> take(within, caller, letter))
                .invoke(LETTERS_CONSUMED::reached);
    }

    /** Whatever these letters say will never be consumed; they are kept for a while. */
    Uni<Outcome<Report>> discard(SqlConnection connection, Caller caller, LetterChoice choice, String reason) {
        return each(
                connection,
                caller,
                choice,
                (within, letter) -> rows.discarded(within, letter, caller.accountId(), reason, clock.now())
                        .chain(() ->
                                audit.record(within, caller, "dead-letter.discarded", subject(letter), null, reason))
                        .replaceWith(LetterResult.of(letter, Result.DISCARDED)));
    }

    private Uni<Outcome<Report>> each(SqlConnection connection, Caller caller, LetterChoice choice, Step step) {
        if (!isOperator(caller)) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        if (!choice.saysOneThing()) {
            return Steps.refused(KitRefusal.INVALID_VALUE, choice.group() == null ? "letters" : "group");
        }
        int most = choice.most();
        return choice.group() == null
                ? rows.lock(connection, choice.letters())
                        .chain(found -> found.size() < distinct(choice)
                                ? Steps.refused(KitRefusal.NOT_FOUND, "letters")
                                : all(connection, found, step).map(results -> Outcome.done(report(results, null))))
                : rows.lock(connection, choice.group(), choice.begin(), most + 1)
                        .chain(found -> all(connection, found.subList(0, Math.min(most, found.size())), step)
                                .map(results -> Outcome.done(report(results, next(found, most)))));
    }

    private static long distinct(LetterChoice choice) {
        return choice.letters().stream().distinct().count();
    }

    private static Long next(List<DeadLetter> found, int most) {
        return found.size() > most ? found.get(most - 1).id() : null;
    }

    private static Uni<List<LetterResult>> all(SqlConnection connection, List<DeadLetter> letters, Step step) {
        return Multi.createFrom()
                .iterable(letters)
                .onItem()
                .transformToUniAndConcatenate(letter -> letter.waits()
                        ? step.take(connection, letter)
                        : Uni.createFrom().item(LetterResult.of(letter, Result.SETTLED)))
                .collect()
                .asList();
    }

    private Uni<LetterResult> take(SqlConnection connection, Caller caller, DeadLetter letter) {
        return rows.content(connection, letter)
                .chain(content -> content.behind() != null
                        ? Uni.createFrom()
                                .item(new LetterResult(letter.id(), Result.HELD, null, null, content.behind()))
                        : redelivery
                                .of(connection, letter, content)
                                .chain(attempt -> keep(connection, caller, letter, attempt)));
    }

    private Uni<LetterResult> keep(SqlConnection connection, Caller caller, DeadLetter letter, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Consumed(List<TableChange> effects) ->
                rows.redriven(connection, letter, caller.accountId(), clock.now())
                        .chain(() ->
                                audit.record(connection, caller, "dead-letter.redriven", subject(letter), null, null))
                        .replaceWith(new LetterResult(letter.id(), Result.CONSUMED, effects, null, null));
            case Attempt.Failed(var cause) ->
                rows.failed(
                                connection,
                                letter,
                                cause,
                                CauseGroup.of(letter.channel(), letter.type(), cause),
                                clock.now())
                        .replaceWith(new LetterResult(letter.id(), Result.REFUSED, null, cause, null));
        };
    }

    private static Report report(List<LetterResult> results, Long next) {
        Map<Result, Long> counts = new EnumMap<>(Result.class);
        results.forEach(result -> counts.merge(result.result(), 1L, Long::sum));
        return new Report(results, counts, next);
    }

    private static String subject(DeadLetter letter) {
        return "dead-letter/" + letter.id();
    }

    private static long number(Paging paging) {
        String after = paging.afterKey();
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    }

    private static boolean isOperator(Caller caller) {
        return caller.holdsAnywhere(Role.PLATFORM_OPERATOR);
    }
}
