/**
 * Service records (product A05): what was given, confirmed by somebody else, gated, objected to and corrected. The only
 * way in for other features is {@link org.linli.activity.record.Proposals}.
 */
package org.linli.activity.record;
