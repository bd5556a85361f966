package org.linli.notification.message;

/** Who is told of an event. */
public enum Audience {
    /** The recipient of help named in the event. */
    RECIPIENT,
    /** The volunteer named in the event. */
    VOLUNTEER,
    /** The volunteer who declined or did not answer. */
    FORMER_VOLUNTEER,
    /** The leader of the team named in the event. */
    TEAM_LEADER,
    /** Every active member of the team named in the event. */
    TEAM_MEMBERS,
    /** Coordinators of the station named in the event, or of its division. */
    STATION,
    /**
     * The same, in the place of a leader: nobody if the event names a team whose leader may serve. Decided once: a
     * message for which the leader is there does not wait for the day when they are gone.
     */
    STATION_FOR_LEADER,
    /** Administrators of the district. */
    DISTRICT,
    /** The volunteer to whom something is offered by another. */
    NEXT_VOLUNTEER,
    /** The volunteer who receives what another gave. */
    RECEIVER,
    /** Guardians of the minor named in the event; nobody for adults. */
    GUARDIANS,
    /** Whoever made the activity. */
    MAKER,
    /** Whoever has a place in the session, waits for one, or is offered one; and the guardians of minors. */
    SIGNED_UP,
    /** The same for every coming session of the activity. */
    SIGNED_UP_TO_ACTIVITY,
    /** Whoever may act at the till of the merchant. */
    TILL
}
