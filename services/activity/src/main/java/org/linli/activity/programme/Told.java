package org.linli.activity.programme;

import org.linli.contracts.activity.ProgrammeEvent;

/**
 * A move that others are told of.
 *
 * @param event what happened
 * @param sequence how many events there were of the activity, this one included
 */
record Told(ProgrammeEvent event, long sequence) {}
