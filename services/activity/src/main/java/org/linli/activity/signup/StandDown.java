package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.linli.activity.copy.VolunteerFollower;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/**
 * Whoever may not serve any more (suspended, gone, without the consent of a guardian), or has lost what the session
 * asks for (a skill, an age, the team), keeps no place and no number on a waitlist: it would be held for nobody and end
 * as a session missed. Each sign-up is a step of its own, because each holds its session.
 */
@ApplicationScoped
class StandDown implements VolunteerFollower, DueWorkHandler {
    static final String KIND = "sign-up-stands-down";
    private static final String ORDER = """
            insert into due_work as w (id, kind, subject, due_at)
            select gen_random_uuid(), $1, u.id::text, $2::timestamptz from sign_up u
            where u.volunteer_id = any ($3::uuid[]) and u.status in ('CONFIRMED', 'WAITLISTED', 'OFFERED')
            order by u.id
            on conflict (kind, subject) do update set due_at = least(w.due_at, excluded.due_at)
            """;

    private final SessionBook book;
    private final SignUps signUps;
    private final SignUpLog log;
    private final Waitlist waitlist;
    private final Applicants applicants;
    private final SignUpPolicy policy;
    private final LinliClock clock;

    @Inject
    StandDown(
            SessionBook book,
            SignUps signUps,
            SignUpLog log,
            Waitlist waitlist,
            Applicants applicants,
            SignUpPolicy policy,
            LinliClock clock) {
        this.book = book;
        this.signUps = signUps;
        this.log = log;
        this.waitlist = waitlist;
        this.applicants = applicants;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Uni<Void> told(SqlConnection connection, UUID[] volunteers) {
        return connection
                .preparedQuery(ORDER)
                .execute(Tuple.of(KIND, clock.now().atOffset(ZoneOffset.UTC), volunteers))
                .replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Holds nobody: registration's news holds its volunteer and waits for this work, and then orders it anew. */
    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        UUID id = UUID.fromString(subject);
        return signUps.sessionOf(id)
                .chain(book::hold)
                .chain(held -> signUps.findById(id).chain(signUp -> judge(held, signUp)));
    }

    private Uni<Void> judge(Held held, SignUp signUp) {
        return applicants
                .today(signUp.booking().volunteerId(), signUp.booking().teamId())
                .chain(found -> Steps.keep(
                        found, who -> fits(held, who) ? Uni.createFrom().voidItem() : end(held, signUp, who)))
                .replaceWithVoid();
    }

    private boolean fits(Held held, Applicant who) {
        return switch (new Eligibility(policy, held.terms(), clock.now()).ofExpected(who)) {
            case Outcome.Done<Eligibility.Admitted> fine -> true;
            case Outcome.Refused<Eligibility.Admitted> refused -> false;
        };
    }

    private Uni<Void> end(Held held, SignUp signUp, Applicant who) {
        By by = By.time(clock.now());
        return switch (signUp.standDown(who.stands(), held.terms(), by)) {
            case Outcome.Refused<SignUpMove> endedMeanwhile -> Uni.createFrom().voidItem();
            case Outcome.Done<SignUpMove>(SignUpMove move) ->
                log.keep(held, signUp, move).chain(() -> waitlist.fill(held, by.at()));
        };
    }
}
