package org.linli.notification;

import java.util.List;
import org.linli.kit.Refusal;
import org.linli.kit.test.RefusalsAreComplete;

class RefusalsTest extends RefusalsAreComplete {
    @Override
    protected List<? extends Refusal> refusals() {
        return List.of(NotificationRefusal.values());
    }
}
