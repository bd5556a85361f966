package org.linli.notification.message;

/** What messages are about: the unit in which people choose how they are told (消息分类). */
public enum MessageGroup {
    /** Registration, guardians and sign-in. */
    REGISTRATION(true),
    /** Teams, and who pairs up with whom. */
    TEAMS(true),
    /** Orders for help and their reviews. */
    ORDERS(true),
    /** Activities, their sessions and sign-ups. */
    ACTIVITIES(true),
    /** Records of service. */
    HOURS(true),
    /** Every single posting in a passbook: many, and none of them asks for anything. */
    POINTS(false),
    /** What points buy: redemptions, gifts, points that end. */
    EXCHANGE(true),
    /** Stars and badges. */
    RECOGNITION(true);

    private final boolean mailedByDefault;

    MessageGroup(boolean mailedByDefault) {
        this.mailedByDefault = mailedByDefault;
    }

    /** Whether somebody with a verified address, who chose nothing, gets these messages by e-mail too. */
    public boolean mailedByDefault() {
        return mailedByDefault;
    }
}
