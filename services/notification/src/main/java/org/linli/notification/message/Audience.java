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
    DISTRICT
}
