package org.linli.cli.fault;

import java.util.Arrays;
import java.util.List;

/** Everything in the book that concerns one volunteer as the one who serves, attends and spends. */
record Acts(Person person, List<Order> orders, List<SignUp> signUps, List<Redemption> redemptions) {
    static Acts of(Neighbourhood neighbourhood, Person volunteer) {
        return new Acts(
                volunteer,
                neighbourhood.orders().stream()
                        .filter(order -> order.volunteer == volunteer)
                        .toList(),
                neighbourhood.signUps().stream()
                        .filter(signUp -> signUp.person == volunteer)
                        .toList(),
                neighbourhood.redemptions().stream()
                        .filter(redemption -> redemption.person == volunteer)
                        .toList());
    }

    /** Records of hours that were confirmed. */
    long confirmed() {
        return orders.stream().filter(order -> order.did(Order.Step.CONFIRMED)).count()
                + signUps.stream()
                        .filter(signUp -> signUp.did(SignUp.Step.RECORD_CONFIRMED))
                        .count();
    }

    /** Badges that a city gives by itself at its start: for the first service, and for ten very good reviews. */
    int badges() {
        int[] stars = orders.stream()
                .filter(order -> order.did(Order.Step.REVIEWED))
                .mapToInt(order -> order.stars)
                .toArray();
        int sum = Arrays.stream(stars).sum();
        boolean wellReviewed = stars.length >= 10 && sum * 100 >= 480 * stars.length;
        return (confirmed() > 0 ? 1 : 0) + (wellReviewed ? 1 : 0);
    }
}
