package org.linli.notification.message;

/** A way by which messages reach people beside the inbox, which has them all. */
public enum Channel {
    /** E-mail (电子邮件). */
    EMAIL
}
