/** Measures Linli beside the yardsticks of the machine it runs on, in one go. */
package org.linli.bench;
