/** What stands behind {@code ./linli}: a class for each command, and {@link org.linli.cli.LocalCity}, the picture. */
package org.linli.cli;
