package org.linli.contracts;

/**
 * A fact that one service tells the others, in the past tense. Each service has one sealed interface below this one
 * (sealed, so that whoever consumes a service's events must answer every kind of fact). Events carry no personal
 * data: every field is on the allow-list {@code contracts/allowed-fields.txt}, checked by a test.
 */
public interface Event {
    /** The complete state of the subject after this fact: what a local copy keeps. Not written to JSON by itself. */
    Object state();
}
