package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.activity.copy.StationCopy;
import org.linli.activity.copy.TeamCopy;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/** What is asked before anything of the programme is kept: who holds it, and as what it counts. */
@ApplicationScoped
class Preparation {
    private final Copies copies;
    private final Dictionary dictionary;
    private final ProjectBook projects;

    @Inject
    Preparation(Copies copies, Dictionary dictionary, ProjectBook projects) {
        this.copies = copies;
        this.dictionary = dictionary;
        this.projects = projects;
    }

    /** The holder, if the caller may act for it and its team and station are at home there. */
    Uni<Outcome<Holder>> holder(Caller caller, Holder asked, LocalDate today) {
        return copies.division(asked.community())
                .map(copy -> Copies.known(copy, "division").then(known -> known.communityOn(today)))
                .chain(community -> Steps.then(
                        community, known -> copies.serving(caller).map(serving -> allowed(caller, asked, serving))))
                .chain(allowed -> Steps.then(allowed, this::atHome));
    }

    private static Outcome<Holder> allowed(Caller caller, Holder asked, Serving serving) {
        return asked.isLedBy(caller, serving) ? Outcome.done(asked) : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private Uni<Outcome<Holder>> atHome(Holder holder) {
        return team(holder).chain(team -> Steps.then(team, known -> station(holder)));
    }

    private Uni<Outcome<Holder>> team(Holder holder) {
        return holder.teamId() == null
                ? Steps.decided(Outcome.done(holder))
                : copies.team(holder.teamId())
                        .map(copy -> Copies.known(copy, "teamId").then(team -> covers(team, holder)));
    }

    private static Outcome<Holder> covers(TeamCopy team, Holder holder) {
        return holder.community().isWithin(team.divisionPrefix())
                ? Outcome.done(holder)
                : Outcome.refused(KitRefusal.FORBIDDEN, "teamId");
    }

    private Uni<Outcome<Holder>> station(Holder holder) {
        return holder.stationId() == null
                ? Steps.decided(Outcome.done(holder))
                : copies.station(holder.stationId())
                        .map(copy -> Copies.known(copy, "stationId").then(station -> serves(station, holder)));
    }

    private static Outcome<Holder> serves(StationCopy station, Holder holder) {
        return station.serves(holder.community())
                ? Outcome.done(holder)
                : Outcome.refused(ActivityRefusal.STATION_DOES_NOT_SERVE, "stationId");
    }

    /** The holder, if it has the project it wants to hold something for; null is none. */
    Uni<Outcome<Holder>> project(UUID project, Holder holder, Plan plan, Caller caller) {
        return project == null
                ? Steps.decided(Outcome.done(holder))
                : projects.claimed(new ProjectBook.Wanted(project, holder, plan.category(), caller))
                        .map(claimed -> claimed.map(fine -> holder));
    }

    /**
     * What is planned, for the people and the kind of service it is for.
     *
     * @param keeps the kind of service it has already, which may be out of use meanwhile; null for something new
     */
    Uni<Outcome<Plan>> plan(Planned planned, boolean byTeam, String keeps) {
        if (planned.teamOnly() && !byTeam) {
            return Steps.refused(ActivityRefusal.TEAM_ONLY_NEEDS_TEAM, "teamOnly");
        }
        return dictionary
                .usable(planned.category(), keeps)
                .map(entry -> entry.then(found -> planned.plan(found.category())));
    }
}
