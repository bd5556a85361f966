package org.linli.activity.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.StationCopy;
import org.linli.activity.copy.TeamCopy;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/** Who may claim a project: organisations that are at home, or serve, where it is wanted. */
@ApplicationScoped
class Organisations {
    private final Copies copies;

    @Inject
    Organisations(Copies copies) {
        this.copies = copies;
    }

    /** The organisation for which a caller claims a project. */
    Uni<Outcome<Organisation>> of(Caller caller, Project project, NewClaim asked) {
        if ((asked.teamId() == null) == (asked.stationId() == null)) {
            return Steps.refused(ActivityRefusal.ONE_ORGANISATION, "teamId");
        }
        return copies.division(project.division())
                .map(copy -> Copies.known(copy, "division"))
                .chain(known -> Steps.then(
                        known,
                        where -> asked.teamId() != null
                                ? team(project, asked, where.prefix())
                                : station(project, asked, where.prefix())))
                .chain(found -> Steps.then(found, by -> led(caller, by)));
    }

    private Uni<Outcome<Organisation>> team(Project project, NewClaim asked, String prefix) {
        return copies.team(asked.teamId())
                .map(copy -> Copies.known(copy, "teamId")
                        .then(team -> serves(team, project, prefix)
                                ? Outcome.done(new Organisation(team.division().value(), team.teamId(), null))
                                : Outcome.refused(ActivityRefusal.ORGANISATION_ELSEWHERE, "teamId")));
    }

    private static boolean serves(TeamCopy team, Project project, String prefix) {
        return team.division().isWithin(prefix) || project.division().isWithin(team.divisionPrefix());
    }

    private Uni<Outcome<Organisation>> station(Project project, NewClaim asked, String prefix) {
        return copies.station(asked.stationId())
                .map(copy -> Copies.known(copy, "stationId")
                        .then(station -> serves(station, project, prefix)
                                ? Outcome.done(
                                        new Organisation(station.division().value(), null, station.stationId()))
                                : Outcome.refused(ActivityRefusal.ORGANISATION_ELSEWHERE, "stationId")));
    }

    private static boolean serves(StationCopy station, Project project, String prefix) {
        return station.division().isWithin(prefix) || station.serves(project.division());
    }

    private Uni<Outcome<Organisation>> led(Caller caller, Organisation by) {
        return copies.serving(caller)
                .map(serving -> by.isLedBy(caller, serving) ? Outcome.done(by) : Outcome.refused(KitRefusal.FORBIDDEN));
    }
}
