package org.linli.cli.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.linli.cli.GatewayClient;
import org.linli.cli.Workplace;

/**
 * The people of one run. The station, its coordinator, the team and its leader are those of the demo district; the
 * resident and the two volunteers are new each time.
 *
 * @param resident an elderly resident of Jinshi community
 * @param station the coordinator of the community's station
 * @param leader leads the team
 * @param first the volunteer who will decline
 * @param second the volunteer who will accept
 * @param papers the papers of the three who are new, and of whoever else joins in the course of the story
 */
record Cast(Player resident, Player station, Player leader, Player first, Player second, List<Papers> papers)
        implements AutoCloseable {

    static Cast assemble(Workplace workplace) {
        DemoDistrict district = new DemoDistrict(workplace);
        String station = district.station();
        String team = district.team();
        GatewayClient coordinator = workplace.gatewayAs("station");
        String run = UUID.randomUUID().toString().substring(0, 8);
        Random random = new Random();

        List<Papers> papers = new ArrayList<>(
                List.of(Papers.of(random, 1936, 1950), Papers.of(random, 1960, 1999), Papers.of(random, 1960, 1999)));
        Player second = volunteer(workplace, "volunteer B", "story-" + run + "-b", coordinator, team, papers.get(2));
        Player first = volunteer(workplace, "volunteer A", "story-" + run + "-a", coordinator, team, papers.get(1));
        GatewayClient elderly = workplace.gatewayAsSubject("story-" + run + "-resident");
        String recipient = DemoDistrict.enrol(coordinator, elderly, papers.get(0), station);
        GatewayClient leader = workplace.gatewayAs("leader");
        return new Cast(
                new Player("resident", elderly, new Listener(elderly), recipient),
                new Player("station", coordinator, new Listener(coordinator), null),
                new Player("leader", leader, new Listener(leader), DemoDistrict.volunteerId(leader)),
                first,
                second,
                papers);
    }

    private static Player volunteer(
            Workplace workplace, String name, String subject, GatewayClient coordinator, String team, Papers papers) {
        GatewayClient self = workplace.gatewayAsSubject(subject);
        String id = DemoDistrict.join(self, coordinator, papers, team);
        return new Player(name, self, new Listener(self), id);
    }

    /** What the story's people would not want to find in a topic or a log. */
    List<String> personal() {
        return papers.stream().flatMap(one -> one.personal().stream()).toList();
    }

    @Override
    public void close() {
        List.of(resident, station, leader, first, second).forEach(Player::close);
    }
}
