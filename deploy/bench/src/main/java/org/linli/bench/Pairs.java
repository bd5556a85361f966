package org.linli.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.contracts.AccountId;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.PointsUnit;

/**
 * Volunteers with the shop where each of them buys, and every id and fingerprint by which the statements of a
 * redemption name them; kept in a table, from which a script draws.
 */
final class Pairs {
    private static final List<String> COLUMNS = List.of(
            "volunteer",
            "account",
            "shop",
            "offer",
            "passbook",
            "held",
            "payable",
            "lot",
            "redemption",
            "hold",
            "digits",
            "secret");

    private static final String LOT = "select posting_id::text from lot where account_id = ?::uuid";
    private static final String REDEMPTION = "select id::text, hold_id::text, code_hash::text, secret_hash::text"
            + " from redemption where volunteer_id = ?::uuid";

    private final City city;
    private final People people;
    private final Shops shops;
    private final Map<Integer, Map<String, String>> known = new LinkedHashMap<>();

    private Pairs(City city, People people, Shops shops) {
        this.city = city;
        this.people = people;
        this.shops = shops;
    }

    static Pairs in(City city, People people, Shops shops) throws SQLException {
        city.execute(
                "points",
                "drop table if exists bench_pair",
                "create table bench_pair (number int primary key, "
                        + COLUMNS.stream().map(column -> column + " text").collect(Collectors.joining(", ")) + ")");
        return new Pairs(city, people, shops);
    }

    /** Notes one of them. */
    void add(int number) throws SQLException {
        Shops.Shop shop = shops.get(number);
        Map<String, String> pair = new LinkedHashMap<>();
        pair.put("volunteer", people.id(number).toString());
        pair.put("account", AccountId.of(city.issuer(), people.subject(number)).toString());
        pair.put("shop", shop.id().toString());
        pair.put("offer", shop.offer().toString());
        String unit = PointsUnit.POINTS;
        pair.put("passbook", Account.passbook(people.id(number), unit).id().toString());
        pair.put("held", Account.held(people.id(number), unit).id().toString());
        pair.put("payable", Account.payable(shop.id(), unit).id().toString());
        try (Connection connection = city.connect("points")) {
            pair.put("lot", read(connection, LOT, pair.get("passbook")).getFirst());
            List<String> redemption = read(connection, REDEMPTION, pair.get("volunteer"));
            List<String> names = COLUMNS.subList(COLUMNS.indexOf("redemption"), COLUMNS.size());
            for (int index = 0; index < redemption.size(); index++) {
                pair.put(names.get(index), redemption.get(index));
            }
            insert(connection, number, pair);
        }
        known.put(number, pair);
    }

    /** The columns of the one row; none if there is no row. */
    private static List<String> read(Connection connection, String query, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            List<String> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        columns.add(row.getString(column));
                    }
                }
            }
            return columns;
        }
    }

    private static void insert(Connection connection, int number, Map<String, String> pair) throws SQLException {
        String places = ", ?".repeat(COLUMNS.size());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bench_pair values (?" + places + ")")) {
            insert.setInt(1, number);
            for (int column = 0; column < COLUMNS.size(); column++) {
                // pgbench has no variable that is null
                insert.setString(column + 2, pair.getOrDefault(COLUMNS.get(column), ""));
            }
            insert.executeUpdate();
        }
    }

    /** Lines that draw one of them; its variables begin with a prefix. */
    String draw(String prefix, int first, int last) {
        String columns = COLUMNS.stream()
                .map(column -> column + " as " + prefix + "_" + column)
                .collect(Collectors.joining(", "));
        return "\\set " + prefix + " random(" + first + ", " + last + ")\nselect " + columns
                + " from bench_pair where number = :" + prefix + " \\gset\n";
    }

    /**
     * Replaces what names one of them by what names whom the script has drawn.
     *
     * @param held whether something had been set aside before; if not, those ids were made by what was seen
     */
    Replay replay(String prefix, int seen, boolean held) {
        Replay replay = new Replay(prefix);
        List<String> there = held ? COLUMNS : COLUMNS.subList(0, COLUMNS.indexOf("redemption"));
        there.forEach(column -> replay.replacing(known.get(seen).get(column), prefix + "_" + column));
        return replay;
    }
}
