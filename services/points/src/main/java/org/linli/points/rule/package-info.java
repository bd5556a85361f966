/** Points rules (积分规则): what service is worth, by versions with dates. */
package org.linli.points.rule;
