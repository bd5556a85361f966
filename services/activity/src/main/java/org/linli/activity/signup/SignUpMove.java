package org.linli.activity.signup;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.SignUpEvent;

/**
 * What a move of a sign-up gives: a line of its log, an event for everybody, and places taken or given back.
 *
 * @param fact what happened
 * @param event the fact as others are told
 * @param sequence its number among the events of the sign-up, from 1
 * @param places how many more places of the session are taken now; negative if fewer
 * @param by the account that did it; null if a time did
 * @param at when
 */
record SignUpMove(SignUpFact fact, SignUpEvent event, long sequence, int places, UUID by, Instant at) {}
