package org.linli.contracts;

/**
 * A fact that one service tells the others, in the past tense. Each service has sealed interfaces below this one, one
 * for each feature that tells something (sealed, so that whoever consumes them must answer every kind of fact). Events
 * carry no personal data: every field is on the allow-list {@code contracts/allowed-fields.txt}, checked by a test.
 */
public interface Event {
    /** The complete state of the subject after this fact: what a local copy keeps. Not written to JSON by itself. */
    Object state();
}
