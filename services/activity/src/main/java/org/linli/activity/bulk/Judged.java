package org.linli.activity.bulk;

import org.linli.kit.Refusal;

/** What the rules say to a row. Sealed: every row is one or the other, and is answered as such. */
sealed interface Judged {

    /** It may be counted. */
    record Fit(ImportedService service) implements Judged {}

    /** It may not: why, and for which field. */
    record Unfit(Refusal refusal, String field) implements Judged {}
}
