package org.linli.activity.record;

/**
 * A new entry in the place of an old one.
 *
 * @param next the new entry; it counts
 * @param left line in the history of the old one
 * @param told line and event of the new one
 */
record Correction(ServiceRecord next, RecordMove.Line left, RecordMove told) {}
