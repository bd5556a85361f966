package org.linli.kit.dead;

import java.util.List;
import org.linli.kit.event.Cause;

/** What came of handing a record to its consumer once more. Sealed, so that nobody forgets that it may fail again. */
sealed interface Attempt {
    /**
     * It was taken.
     *
     * @param effects what it changed; nothing if what it says was known already, or something newer
     */
    record Consumed(List<TableChange> effects) implements Attempt {
        public Consumed {
            effects = List.copyOf(effects);
        }
    }

    /** It was refused; whatever it did is undone. */
    record Failed(Cause cause) implements Attempt {}
}
