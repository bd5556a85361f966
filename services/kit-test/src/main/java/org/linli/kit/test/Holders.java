package org.linli.kit.test;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.Role;

/** Gives people roles and takes them away again, in the way in which the service under test learns of it. */
public interface Holders {

    /**
     * Somebody who holds one role.
     *
     * @param token their bearer token
     * @param grantId the role
     */
    record Holder(String token, UUID grantId) {}

    /**
     * What somebody may hold.
     *
     * @param role the role
     * @param digits of the district for which it is held; of the platform operator no matter
     * @param oneOnly whether it is held for one station (of a coordinator) or team (of a leader) only, which nobody
     *     else has anything to do with
     */
    record Hold(Role role, String digits, boolean oneOnly) {}

    /** Somebody new who holds this; returns when the service knows it. */
    Holder give(Hold hold);

    /** Nobody of these holds anything any more; returns when the service knows it. */
    void revoke(List<Holder> holders);
}
