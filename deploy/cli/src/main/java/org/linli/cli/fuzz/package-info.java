/**
 * The fuzz of the whole city ({@code ./linli test --fuzz}, reliability guard 7): every operation of the merged OpenAPI
 * with made-up, missing, oversized and hostile values, through the gateway. Nothing of it may end in a 5xx, tell how
 * the inside is made, or leave the books unsound.
 */
package org.linli.cli.fuzz;
