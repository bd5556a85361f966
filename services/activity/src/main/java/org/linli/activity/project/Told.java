package org.linli.activity.project;

import org.linli.contracts.activity.ProjectEvent;

/**
 * A move that others are told of.
 *
 * @param event what happened
 * @param sequence how many events there were of the project or claim, this one included
 */
record Told(ProjectEvent event, long sequence) {}
