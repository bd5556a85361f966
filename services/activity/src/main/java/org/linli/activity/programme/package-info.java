/**
 * The programme (product A01): activities from their draft to their end, templates, the dictionary of kinds of service.
 * The ways in for other features are {@link org.linli.activity.programme.Programme} and {@link
 * org.linli.activity.programme.ActivityFollower}.
 */
package org.linli.activity.programme;
