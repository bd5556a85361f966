package org.linli.notification.channel;

/** Why a delivery waits longer than it should, or ended without being sent. Never says an address. */
enum Trouble {
    /** There is no verified address any more. */
    NO_ADDRESS(Patience.NONE),
    /** Its owner does not want these messages by e-mail any more. */
    TURNED_OFF(Patience.NONE),
    /** The code was replaced, was used, or its time is over. */
    CODE_VOID(Patience.NONE),
    /** The kind of message, or the message itself, is gone. */
    MESSAGE_GONE(Patience.NONE),
    /** The mail server did not answer, or said that it cannot now. */
    SERVER_AWAY(Patience.LONG),
    /** The mail server takes nothing from us: sign-in, encryption or the server itself has to be mended. */
    SERVER_REFUSES(Patience.LONG),
    /** The letterbox has no room. */
    LETTERBOX_FULL(Patience.LONG),
    /** The mail server says that there is no such letterbox. */
    ADDRESS_REFUSED(Patience.NONE),
    /** The mail server takes e-mails, but not this one. */
    LETTER_REFUSED(Patience.NONE),
    /** The e-mail cannot be written: its words and its values do not fit. */
    LETTER_BROKEN(Patience.SHORT),
    /** The address cannot be read: its key is not here. */
    ADDRESS_UNREADABLE(Patience.SHORT);

    private final Patience patience;

    Trouble(Patience patience) {
        this.patience = patience;
    }

    /** How long it is tried in spite of that. */
    Patience patience() {
        return patience;
    }

    /** Kinds of patience. */
    enum Patience {
        /** Trying again changes nothing. */
        NONE,
        /** A few times: it is our own doing, and mostly stays so. */
        SHORT,
        /** For days: others may mend it. */
        LONG
    }
}
