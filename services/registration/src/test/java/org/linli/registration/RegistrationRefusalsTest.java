package org.linli.registration;

import java.util.List;
import org.linli.kit.Refusal;
import org.linli.kit.test.RefusalsAreComplete;

class RegistrationRefusalsTest extends RefusalsAreComplete {
    @Override
    protected List<? extends Refusal> refusals() {
        return List.of(RegistrationRefusal.values());
    }
}
