/**
 * Sessions of activities (product A02), one by one and from series, with their places. The ways in for other features
 * are {@link org.linli.activity.session.Sessions} and {@link org.linli.activity.session.SessionFollower}.
 */
package org.linli.activity.session;
