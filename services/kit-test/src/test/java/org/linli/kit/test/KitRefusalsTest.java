package org.linli.kit.test;

import java.util.List;
import org.linli.kit.Refusal;
import org.linli.kit.http.KitRefusal;

class KitRefusalsTest extends RefusalsAreComplete {

    @Override
    protected List<? extends Refusal> refusals() {
        return List.of(KitRefusal.values());
    }

    @Override
    protected String bundle() {
        return "kit-problems";
    }

    @Override
    protected int lastStatus() {
        return 503;
    }
}
