package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;

/**
 * What another feature does when an activity ends, in the same transaction. Every bean of this type is asked, one after
 * the other.
 */
public interface ActivityFollower {

    /** Nothing new is to be scheduled; what is scheduled takes place. */
    Uni<Void> closed(ActivityOutline activity);

    /**
     * It is called off.
     *
     * @param reason why, in words; personal data may be in it
     */
    Uni<Void> cancelled(ActivityOutline activity, String reason);
}
