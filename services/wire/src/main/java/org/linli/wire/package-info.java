/** A TCP connection that can be cut, slowed down and left half open. Knows nothing of what it carries. */
package org.linli.wire;
