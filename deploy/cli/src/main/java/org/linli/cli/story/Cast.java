package org.linli.cli.story;

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
 * @param stationId the community's station
 */
record Cast(Player resident, Player station, Player leader, Player first, Player second, String stationId)
        implements AutoCloseable {

    static Cast assemble(Workplace workplace) {
        DemoDistrict district = new DemoDistrict(workplace);
        String station = district.station();
        String team = district.team();
        GatewayClient coordinator = workplace.gatewayAs("station");
        String run = UUID.randomUUID().toString().substring(0, 8);
        Random random = new Random();

        Player second = volunteer(workplace, "volunteer B", "story-" + run + "-b", coordinator, team, random);
        Player first = volunteer(workplace, "volunteer A", "story-" + run + "-a", coordinator, team, random);
        GatewayClient elderly = workplace.gatewayAsSubject("story-" + run + "-resident");
        String recipient = DemoDistrict.enrol(coordinator, elderly, Papers.of(random, 1936, 1950), station);
        GatewayClient leader = workplace.gatewayAs("leader");
        return new Cast(
                new Player("resident", elderly, new Listener(elderly), recipient),
                new Player("station", coordinator, new Listener(coordinator), null),
                new Player("leader", leader, new Listener(leader), DemoDistrict.volunteerId(leader)),
                first,
                second,
                station);
    }

    private static Player volunteer(
            Workplace workplace, String name, String subject, GatewayClient coordinator, String team, Random random) {
        GatewayClient self = workplace.gatewayAsSubject(subject);
        String id = DemoDistrict.join(self, coordinator, Papers.of(random, 1960, 1999), team);
        return new Player(name, self, new Listener(self), id);
    }

    @Override
    public void close() {
        List.of(resident, station, leader, first, second).forEach(Player::close);
    }
}
