/** Schemes (积分方案): how long the points of a unit last and what they may be used for. */
package org.linli.points.scheme;
