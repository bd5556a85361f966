/** Passbooks (存折) as people see them: opened when a volunteer is verified, read by their owner and the post. */
package org.linli.points.passbook;
