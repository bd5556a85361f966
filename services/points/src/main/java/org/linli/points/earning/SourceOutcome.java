package org.linli.points.earning;

/** What came of a source. */
enum SourceOutcome {
    /** There are postings for it. */
    POSTED,
    /** No rule gives anything for it. */
    NOTHING_DUE,
    /** The cap of its day was used up. */
    CAPPED,
    /** It had been told before by another event. */
    REPLAYED,
    /** A correction had taken its place before it arrived. */
    REPLACED,
    /** It was told before with other content: a fault of the source, reported by the verification. */
    DIFFERS
}
