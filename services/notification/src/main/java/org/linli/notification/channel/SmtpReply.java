package org.linli.notification.channel;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server said when it did not take an e-mail.
 *
 * @param code its three digits (RFC 5321, 4.2.1): 4yz asks to come again, 5yz not to send the same once more
 * @param subject of its enhanced status (RFC 3463), for example 1 of 5.1.2: addresses; 0 if it said none
 * @param detail of its enhanced status, for example 2 of 5.2.2: full; 0 if it said none
 * @param stage what it was asked
 */
record SmtpReply(int code, int subject, int detail, Stage stage) {
    /** How far the conversation was. */
    enum Stage {
        /** Greeting, encryption, sign-in, or who sends: the same for every letter. */
        SENDER,
        /** Who shall have it, or the letter itself; also if it is not known. */
        LETTER;

        /** What the mail client puts before an answer that it had not to the letter or its reader. */
        private static final List<String> BEFORE_THE_LETTER = List.of(
                "got error response", "HELO", "STARTTLS", "AUTH", "reset command", "sender address not accepted");

        /** Reads it from the words of the mail client; they may be null. */
        static Stage of(String failure) {
            return failure != null && BEFORE_THE_LETTER.stream().anyMatch(failure::startsWith) ? SENDER : LETTER;
        }
    }

    /** The letterbox is not there, has moved, or has no such name (RFC 5321, 4.2.3). */
    private static final Set<Integer> OF_THE_ADDRESS = Set.of(550, 551, 553);

    /**
     * About this conversation and not about its letter: commands it does not know (500–504), a host that takes nothing
     * (521, 556: RFC 7504), a sign-in that is wanted or wrong (530–538: RFC 4954). An operator can mend that.
     */
    private static final Set<Integer> OF_THE_CONVERSATION =
            Set.of(500, 501, 502, 503, 504, 521, 530, 534, 535, 538, 556);

    /** Said of anything, in practice above all of the host that sends: on a list of senders, without a name. */
    private static final int FAILED = 554;

    private static final int NO_ROOM = 552;
    private static final int FULL = 2;
    private static final int ADDRESSES = 1;
    /** Of the addresses: the sender's, which is ours (X.1.7 and X.1.8). */
    private static final Set<Integer> OF_THE_SENDER = Set.of(7, 8);

    private static final int LETTERBOXES = 2;
    private static final int SYSTEMS = 3;
    private static final int TOO_BIG = 4;
    private static final int WAYS = 4;
    /** Of the ways: nobody answers there; in practice said of a reader whom the server does not know. */
    private static final int NO_ANSWER = 1;

    private static final int PERMANENT = 500;
    private static final Pattern STATUS = Pattern.compile("(?:^|[\\s-])[245]\\.(\\d{1,3})\\.(\\d{1,3})(?:\\s|$)");

    /**
     * Reads it.
     *
     * @param words what it said behind its three digits; may be null
     * @param stage what it was asked
     */
    static SmtpReply of(int code, String words, Stage stage) {
        Matcher status = STATUS.matcher(words == null ? "" : words);
        return status.find()
                ? new SmtpReply(code, Integer.parseInt(status.group(1)), Integer.parseInt(status.group(2)), stage)
                : new SmtpReply(code, 0, 0, stage);
    }

    /** What it means for the delivery. */
    Trouble trouble() {
        if (code < PERMANENT) {
            return Trouble.SERVER_AWAY;
        }
        if (OF_THE_CONVERSATION.contains(code) || isOfUs()) {
            return Trouble.SERVER_REFUSES;
        }
        if (isFull()) {
            return Trouble.LETTERBOX_FULL;
        }
        // the status says more than the digits: 550 5.6.0 is a matter of the letter and not of the address
        return isOfTheAddress() ? Trouble.ADDRESS_REFUSED : Trouble.LETTER_REFUSED;
    }

    private boolean isOfTheAddress() {
        return switch (subject) {
            case 0 -> OF_THE_ADDRESS.contains(code);
            case ADDRESSES, LETTERBOXES -> true;
            case WAYS -> detail == NO_ANSWER;
            default -> false;
        };
    }

    /** Neither the letter nor its reader, but who sends, or how the server is set up: any letter fares so. */
    private boolean isOfUs() {
        if (stage == Stage.SENDER) {
            // no reader and no words were told yet; at most how long it is
            return code != NO_ROOM;
        }
        return switch (subject) {
            case 0 -> code == FAILED;
            case ADDRESSES -> OF_THE_SENDER.contains(detail);
            case SYSTEMS -> detail != TOO_BIG;
            case WAYS -> detail != NO_ANSWER;
            default -> false;
        };
    }

    /** A letterbox that is full today may be emptied tomorrow (RFC 5321, 4.5.3.1.10; RFC 3463, X.2.2). */
    private boolean isFull() {
        return subject == 0 ? code == NO_ROOM : subject == LETTERBOXES && detail == FULL;
    }
}
