package org.linli.registration;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.kit.Outcome;
import org.linli.registration.division.Divisions;

/** The parameter {@code division} of a list: everything in or below that division. */
@ApplicationScoped
public class DivisionFilter {
    private final Divisions divisions;

    @Inject
    DivisionFilter(Divisions divisions) {
        this.divisions = divisions;
    }

    /** The digits that all codes in the list share; none if no division was asked for. Refused if nobody knows it. */
    @WithSession
    public Uni<Outcome<String>> prefixOf(String code) {
        return prefixOf(code, "division");
    }

    /** The same, for a parameter of another name. */
    @WithSession
    public Uni<Outcome<String>> prefixOf(String code, String field) {
        if (code == null) {
            return Uni.createFrom().item(Outcome.done(""));
        }
        return divisions
                .known(List.of(code))
                .map(found -> found.isEmpty()
                        ? Outcome.refused(RegistrationRefusal.DIVISION_UNKNOWN, field)
                        : Outcome.done(found.getFirst().prefix()));
    }
}
