package org.linli.notification.channel;

/** How far a delivery is. */
enum DeliveryState {
    /** To be sent when it is due: now, after the quiet hours, or at the next try. */
    WAITING,
    /** The mail server took it. */
    SENT,
    /** Given up; an operator may have it tried again. */
    FAILED,
    /** Not wanted any more when its turn came. */
    WITHDRAWN
}
