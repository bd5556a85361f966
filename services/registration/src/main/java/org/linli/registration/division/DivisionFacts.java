package org.linli.registration.division;

import java.util.List;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.event.Fact;

/** Facts about divisions: those above the districts concern no district in particular. */
final class DivisionFacts {
    private DivisionFacts() {}

    static Fact of(DivisionCode code, DivisionLevel level, long sequence, RegistrationEvent event) {
        boolean aboveDistricts = level.digits() < DivisionLevel.DISTRICT.digits();
        return aboveDistricts
                ? new Fact(code.value(), sequence, code, List.of(), null, event)
                : Fact.of(code, sequence, code, event);
    }
}
