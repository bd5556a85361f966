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
    WITHDRAWN,
    /** Left and asked to be forgotten: nothing but an id and what was counted is there any more. */
    ERASED;

    /** Whether the volunteer may be dispatched, sign up and earn hours. */
    public boolean mayServe() {
        return this == VERIFIED;
    }

    /** Whether the person is gone, for good or until they register again. */
    public boolean gone() {
        return this == WITHDRAWN || this == ERASED;
    }
}
