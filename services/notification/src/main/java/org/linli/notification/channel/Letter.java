package org.linli.notification.channel;

/**
 * An e-mail, ready to be sent.
 *
 * @param subject one line
 * @param text for those who read plain text
 * @param html the same, set a little nicer; everything that came from elsewhere is escaped
 */
record Letter(String subject, String text, String html) {}
