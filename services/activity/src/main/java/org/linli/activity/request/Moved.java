package org.linli.activity.request;

import org.linli.contracts.activity.ActivityEvent;

/**
 * What a move of an order gives: the event for everybody and the line for its history.
 *
 * @param event the fact
 * @param sequence its number among the events of this order, from 1
 * @param hop the line
 */
record Moved(ActivityEvent event, long sequence, Hop hop) {}
