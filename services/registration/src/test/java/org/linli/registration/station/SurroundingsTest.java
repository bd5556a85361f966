package org.linli.registration.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The box around a place")
class SurroundingsTest {
    private static final double RADIUS = 6_371_008.8;

    @Test
    void holdsEveryPlaceWithinTheDistance() {
        Random random = new Random(20_260_301);
        for (int round = 0; round < 20_000; round++) {
            Place centre = new Place(random.nextDouble(-179, 179), random.nextDouble(-85, 85));
            double metres = random.nextDouble(1, 20_000);
            Surroundings box = Surroundings.of(centre, metres);

            Place edge = away(centre, random.nextDouble(2 * Math.PI), metres * random.nextDouble());

            assertThat(edge.longitude()).isBetween(box.west(), box.east());
            assertThat(edge.latitude()).isBetween(box.south(), box.north());
        }
    }

    @Test
    void isNotMuchLargerThanNeededInTheMiddleLatitudes() {
        Surroundings box = Surroundings.of(new Place(102.7, 25), 1000);

        assertThat(box.north() - box.south()).isBetween(0.0179, 0.0181);
        assertThat(box.east() - box.west()).isBetween(0.0198, 0.0200);
    }

    @Test
    void goesAllAroundAtThePole() {
        Surroundings box = Surroundings.of(new Place(10, 89.99), 20_000);

        assertThat(box.west()).isEqualTo(-180);
        assertThat(box.east()).isEqualTo(180);
        assertThat(box.north()).isEqualTo(90);
    }

    @Test
    void beginsWithAPlaceThatIsReadFromTwoNumbers() {
        assertThat(Place.read("102.7351,25.0421")).isEqualTo(new Place(102.7351, 25.0421));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "102", "102,25,1", "181,25", "102,-91", "a,b", "NaN,NaN", ","})
    void hasNoPlaceThatIsNotOnEarth(String text) {
        assertThatThrownBy(() -> Place.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The place in a direction (radians from north) at a distance on the sphere. */
    private static Place away(Place from, double direction, double metres) {
        double arc = metres / RADIUS;
        double latitude = Math.toRadians(from.latitude());
        double there = Math.asin(
                Math.sin(latitude) * Math.cos(arc) + Math.cos(latitude) * Math.sin(arc) * Math.cos(direction));
        double turned = Math.atan2(
                Math.sin(direction) * Math.sin(arc) * Math.cos(latitude),
                Math.cos(arc) - Math.sin(latitude) * Math.sin(there));
        double longitude = Math.clamp(from.longitude() + Math.toDegrees(turned), -180, 180);
        return new Place(longitude, Math.toDegrees(there));
    }
}
