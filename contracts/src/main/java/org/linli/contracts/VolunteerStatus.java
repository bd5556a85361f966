package org.linli.contracts;

/** Where a volunteer stands (product R02). */
public enum VolunteerStatus {
    /** Registered, not yet verified. */
    PENDING,
    /** Verified: may serve. */
    VERIFIED,
    /** Refused with a reason; may correct the data and register again. */
    REJECTED,
    /** May not serve for now. */
    SUSPENDED,
    /** Left. */
    WITHDRAWN;

    /** Whether the volunteer may be dispatched, sign up and earn hours. */
    public boolean mayServe() {
        return this == VERIFIED;
    }
}
