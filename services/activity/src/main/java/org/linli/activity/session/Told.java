package org.linli.activity.session;

import org.linli.contracts.activity.ProgrammeEvent;

/**
 * A move that others are told of.
 *
 * @param event what happened
 * @param sequence how many events there were of the session, this one included
 */
record Told(ProgrammeEvent event, long sequence) {}
