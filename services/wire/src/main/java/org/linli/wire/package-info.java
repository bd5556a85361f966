/**
 * What stands at the other end of a wire, for tests and for one machine: a TCP connection that can be cut, slowed down
 * and left half open, and a mail server that passes nothing on. Knows nothing of Linli.
 */
package org.linli.wire;
