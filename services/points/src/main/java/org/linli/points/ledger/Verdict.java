package org.linli.points.ledger;

import java.util.List;
import java.util.UUID;
import org.linli.points.PointsRefusal;

/** What became of an act. Sealed, so that nobody takes a replay for a new posting or overlooks a refusal. */
public sealed interface Verdict {

    /** It is posted as soon as the transaction commits. */
    record Posted(List<Posting> postings) implements Verdict {
        public Posted {
            postings = List.copyOf(postings);
        }
    }

    /** The same act was posted before; nothing changed. */
    record Replayed(UUID postingId) implements Verdict {}

    /** It may not be; nothing changed. */
    record Refused(PointsRefusal refusal) implements Verdict {}
}
