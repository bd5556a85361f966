/** A day of a district, played through the gateway's public API, and the demo district it is played in. */
package org.linli.cli.story;
