/**
 * Sign-up for sessions (报名): who may come, who has a place, who waits and in which order, and who did not come. Every
 * change of places holds the row of the session.
 */
package org.linli.activity.signup;
