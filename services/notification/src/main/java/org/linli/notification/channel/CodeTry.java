package org.linli.notification.channel;

/** What came of typing a code. Sealed, so that nobody forgets that a wrong try changes something too. */
sealed interface CodeTry {
    /** The address is proven. */
    record Right(MailAddress next) implements CodeTry {}

    /** Wrong; counted. */
    record Wrong(MailAddress next, int left) implements CodeTry {}

    /** There is no code to be typed. */
    record Absent() implements CodeTry {}

    /** The code's time is over. */
    record Expired() implements CodeTry {}

    /** Too many wrong tries. */
    record Spent() implements CodeTry {}
}
