package org.linli.activity.signup;

/**
 * What somebody who signs up wants.
 *
 * @param guests how many people come along
 * @param waitlist whether to wait if all places are taken
 * @param acceptSoftConflicts whether little time between this and something else is all right
 */
record Wish(int guests, boolean waitlist, boolean acceptSoftConflicts) {

    /** How many places that needs. */
    int party() {
        return 1 + guests;
    }
}
