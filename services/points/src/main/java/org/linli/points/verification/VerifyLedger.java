package org.linli.points.verification;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsConfiguration;
import org.linli.points.PointsRefusal;

/**
 * Verifies the whole ledger. One verification at a time, on a worker thread; a call waits for it for a while, and if
 * that was too short, a later call gets the answer.
 */
@ApplicationScoped
class VerifyLedger {
    private final LedgerChecks ledger;
    private final LogComparison log;
    private final LinliClock clock;
    private final PointsConfiguration.Verification configuration;
    private Run current;

    @Inject
    VerifyLedger(LedgerChecks ledger, LogComparison log, LinliClock clock, PointsConfiguration configuration) {
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
        this.configuration = configuration.verification();
    }

    /** A verification under way or finished. */
    private static final class Run {
        private final CompletableFuture<Verification> answer;
        // on the clock of this machine, in nanoseconds: the platform's may be moved by hours in a moment
        private Long missedAt;

        Run(CompletableFuture<Verification> answer) {
            this.answer = answer;
        }
    }

    Uni<Outcome<Verification>> verify() {
        Run run = join();
        // a copy: who stops waiting must not stop the work
        return Uni.createFrom()
                .completionStage(() -> run.answer.copy())
                .map(Outcome::done)
                .ifNoItem()
                .after(configuration.patience())
                .recoverWithItem(() -> missed(run));
    }

    /** The one under way, one that finished after its caller had gone, or a new one. */
    private synchronized Run join() {
        boolean fetched = current == null || current.answer.isDone() && !isMissed(current);
        if (fetched) {
            current = new Run(CompletableFuture.supplyAsync(this::check, Infrastructure.getDefaultExecutor()));
        } else if (current.answer.isDone()) {
            current.missedAt = null;
        }
        return current;
    }

    private boolean isMissed(Run run) {
        return run.missedAt != null
                && System.nanoTime() - run.missedAt < configuration.keep().toNanos();
    }

    private synchronized Outcome<Verification> missed(Run run) {
        run.missedAt = System.nanoTime();
        return Outcome.refused(PointsRefusal.VERIFICATION_UNDER_WAY);
    }

    private Verification check() {
        Instant begun = clock.now();
        try {
            List<Check> checks = new ArrayList<>(ledger.run());
            checks.add(log.run());
            return Verification.of(begun, checks);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }
}
