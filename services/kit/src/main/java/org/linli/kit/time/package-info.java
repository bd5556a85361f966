/** The one injected clock. */
package org.linli.kit.time;
