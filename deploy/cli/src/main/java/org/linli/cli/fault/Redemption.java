package org.linli.cli.fault;

/** Points set aside, and what was acknowledged about it. Written by one thread, read after it has ended. */
final class Redemption {
    /** How it must have ended: unless somebody was told otherwise, by time. */
    enum End {
        FULFILLED,
        CANCELLED,
        LAPSED
    }

    final Person person;
    final Market.Offer offer;
    final String id;
    End end = End.LAPSED;

    Redemption(Person person, Market.Offer offer, String id) {
        this.person = person;
        this.offer = offer;
        this.id = id;
    }

    boolean ended(End how) {
        return end == how;
    }

    /** Lines in the statement of its owner: what is handed over goes from what was set aside, not from the passbook. */
    int lines() {
        return end == End.FULFILLED ? 1 : 2;
    }
}
