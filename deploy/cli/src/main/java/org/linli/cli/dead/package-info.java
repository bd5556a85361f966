/** Operators at work with records that no service could consume. */
package org.linli.cli.dead;
