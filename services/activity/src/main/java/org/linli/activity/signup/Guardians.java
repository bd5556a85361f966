package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.activity.copy.Copies;

/**
 * Who stands for those who signed up as minors (监护人), in the current Hibernate session: always those of today. Whoever
 * ceased to be a guardian, or whose ward came of age, neither acts for the sign-up nor hears of it.
 */
@ApplicationScoped
class Guardians {
    private final Copies copies;

    @Inject
    Guardians(Copies copies) {
        this.copies = copies;
    }

    /** Sign-ins of those who stand for whoever signed up; none for adults. */
    Uni<List<UUID>> of(Booking booking) {
        return booking.minor()
                ? copies.guardiansOf(booking.volunteerId())
                : Uni.createFrom().item(List.of());
    }
}
