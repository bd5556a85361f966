package org.linli.activity.signup;

/** What can happen to a sign-up, as it stands in its log. */
enum SignUpFact {
    SIGNED_UP,
    WAITLISTED,
    OFFERED,
    TAKEN,
    LAPSED,
    WITHDRAWN,
    CANCELLED,
    STOOD_DOWN,
    HANDOVER_OFFERED,
    HANDOVER_DECLINED,
    HANDED_OVER,
    ATTENDED,
    MISSED,
    APPEALED,
    EXCUSED,
    UPHELD
}
