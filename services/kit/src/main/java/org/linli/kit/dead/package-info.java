/** What operators do with records that could not be consumed: look, try, hand over once more, discard. */
package org.linli.kit.dead;
