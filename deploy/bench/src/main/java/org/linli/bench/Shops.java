package org.linli.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.RecordStatus;
import org.linli.contracts.activity.ServiceRecordEvent.ServiceRecordConfirmed;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.kit.Ids;
import org.linli.kit.event.Fact;

/** Shops with one offer each, one keeper at all their tills, and volunteers who have points to spend there. */
final class Shops {
    /** Hundredths of a point that one of anything costs: whoever served a day can buy for a long time. */
    private static final int PRICE = 1;

    private static final int WORKDAY_MINUTES = 480;
    private static final String KEEPER = "bench-keeper";
    private static final String SHOP = """
            insert into merchant (id, name, division, status, entered_by, entered_at, sequence, version)
            values (?, '豆花米线', '530103005005', 'ACTIVE', gen_random_uuid(), now(), 1, 0)
            """;
    private static final String OFFER = """
            insert into offer (id, merchant_id, division, audience, title, unit, price, stock, valid_from, valid_until,
              status, published_at, sequence, version)
            values (?, ?, '530103005005', '5301', '米线一碗', 'POINTS', %d, 1000000, current_date - 2,
              current_date + 365, 'PUBLISHED', now(), 1, 0)
            """.formatted(PRICE);
    private static final String STOCK =
            "insert into offer_stock (offer_id, period, total, held, fulfilled) values (?, '', 1000000, 0, 0)";
    private static final String TILL = """
            insert into till (id, merchant_id, account_id, wrong_tries, issued_by, linked_at)
            values (gen_random_uuid(), ?, ?, 0, gen_random_uuid(), now())
            """;

    private final City city;
    private final List<Shop> shops = new ArrayList<>();

    private Shops(City city) {
        this.city = city;
    }

    /** A shop and what it offers. */
    record Shop(UUID id, UUID offer) {}

    /** Makes so many of them. */
    static Shops open(City city, int count, Topic registration) throws Exception {
        Shops made = new Shops(city);
        for (int number = 0; number < count; number++) {
            made.shops.add(new Shop(Ids.next(), Ids.next()));
        }
        try (Connection connection = city.connect("points")) {
            for (Shop shop : made.shops) {
                made.enter(connection, shop);
            }
        }
        UUID grant = Ids.next();
        GrantState state = new GrantState(
                grant,
                made.keeper(),
                Role.MERCHANT,
                "530100000000",
                "5301",
                null,
                null,
                null,
                Instant.now().minusSeconds(60),
                null,
                null);
        registration.publish(Fact.of(grant, 1, null, new RoleGranted(state)));
        registration.flush();
        return made;
    }

    private void enter(Connection connection, Shop shop) throws SQLException {
        run(connection, SHOP, shop.id());
        run(connection, OFFER, shop.offer(), shop.id());
        run(connection, STOCK, shop.offer());
        run(connection, TILL, shop.id(), keeper());
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }

    /** A day of service of somebody, confirmed: eight points. */
    static Fact workday(UUID volunteer) {
        ServiceRecordState hours = new ServiceRecordState(
                Ids.next(),
                volunteer,
                UUID.randomUUID(),
                null,
                null,
                People.COMMUNITY.value(),
                ServiceCategory.MEALS,
                Provenance.SCANNED,
                RecordStatus.CONFIRMED,
                WORKDAY_MINUTES,
                LocalDate.now().minusDays(1),
                null,
                null,
                true,
                null,
                null);
        return Fact.of(hours.recordId(), 2, People.COMMUNITY, new ServiceRecordConfirmed(hours));
    }

    Shop get(int number) {
        return shops.get(number % shops.size());
    }

    /** The sign-in that may act at every till. */
    UUID keeper() {
        return AccountId.of(city.issuer(), KEEPER);
    }

    String keeperToken() {
        return People.token(city.issuer(), KEEPER);
    }
}
