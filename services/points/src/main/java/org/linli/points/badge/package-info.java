/** Badges (徽章) by rule, and their credentials after Open Badges 3.0 (product P08). */
package org.linli.points.badge;
