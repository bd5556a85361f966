package org.linli.notification.channel;

/** Why a delivery waits longer than it should, or ended without being sent. Never says an address. */
enum Trouble {
    /** There is no verified address any more. */
    NO_ADDRESS,
    /** Its owner does not want these messages by e-mail any more. */
    TURNED_OFF,
    /** The code was replaced, was used, or its time is over. */
    CODE_VOID,
    /** The kind of message, or the message itself, is gone. */
    MESSAGE_GONE,
    /** The mail server did not answer, or said that it cannot now. */
    SERVER_AWAY,
    /** The mail server says that there is no such letterbox. */
    ADDRESS_REFUSED
}
