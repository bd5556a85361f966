package org.linli.kit.dead;

/** Which letters are listed; null matches all. */
record LetterFilter(DeadLetter.State state, String channel, String type, String group) {}
