/** What stands behind {@code ./linli}: one class a command, and {@link org.linli.cli.LocalCity}, the picture of it all. */
package org.linli.cli;
