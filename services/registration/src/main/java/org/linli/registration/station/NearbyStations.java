package org.linli.registration.station;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Stations around a place, nearest first: an index finds those in the box around it, the rest is arithmetic. */
@ApplicationScoped
class NearbyStations {
    private static final String NEAREST = """
            select * from (
                select s.*, metres_between($1, $2, s.longitude, s.latitude) as distance
                from station s
                where s.latitude between $3 and $4 and s.longitude between $5 and $6
                    and s.kind = any($7::text[])
            ) as near
            where distance <= $8 and (distance, id) > ($9, $10)
            order by distance, id
            limit $11
            """;

    private final Pool pool;

    @Inject
    NearbyStations(Pool pool) {
        this.pool = pool;
    }

    /**
     * What somebody looks for.
     *
     * @param metres no station further away than this
     */
    record Search(Place place, int metres, List<StationKind> kinds) {
        Search {
            kinds = List.copyOf(kinds);
        }
    }

    /** Where a page ended: distance in metres and id of its last station. */
    private record Key(double distance, UUID id) {
        private static final Key START = new Key(-1, new UUID(0, 0));

        static Key read(String text) {
            try {
                String[] parts = text == null ? new String[0] : text.split("\\|");
                return parts.length == 2 ? new Key(Double.parseDouble(parts[0]), UUID.fromString(parts[1])) : START;
            } catch (IllegalArgumentException foreign) {
                return START;
            }
        }

        static String of(StationView station) {
            return station.distance() + "|" + station.id();
        }
    }

    Uni<Page<StationView>> find(Search search, Paging paging) {
        Surroundings box = Surroundings.of(search.place(), search.metres());
        Key after = Key.read(paging.afterKey());
        Tuple parameters = Tuple.tuple()
                .addDouble(search.place().longitude())
                .addDouble(search.place().latitude())
                .addDouble(box.south())
                .addDouble(box.north())
                .addDouble(box.west())
                .addDouble(box.east())
                .addArrayOfString(search.kinds().stream().map(Enum::name).toArray(String[]::new))
                .addDouble((double) search.metres())
                .addDouble(after.distance())
                .addUUID(after.id())
                .addInteger(paging.limit() + 1);
        return pool.preparedQuery(NEAREST)
                .execute(parameters)
                .map(NearbyStations::views)
                .map(found -> Page.of(found, paging.limit(), Key::of, station -> station));
    }

    private static List<StationView> views(RowSet<Row> rows) {
        List<StationView> found = new ArrayList<>(rows.size());
        rows.forEach(row -> found.add(view(row)));
        return found;
    }

    private static StationView view(Row row) {
        return new StationView(
                row.getUUID("id"),
                row.getString("name"),
                StationKind.valueOf(row.getString("kind")),
                row.getString("division"),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                Stream.of(row.getArrayOfStrings("opening_hours"))
                        .map(OpeningHours::read)
                        .toList(),
                Stream.of(row.getArrayOfStrings("service_menu"))
                        .map(ServiceCategory::valueOf)
                        .toList(),
                List.of(row.getArrayOfStrings("coverage")),
                row.getDouble("distance"),
                row.getLong("version"));
    }
}
