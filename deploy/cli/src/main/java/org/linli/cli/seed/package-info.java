/**
 * {@code ./linli seed}: builds a whole city through the public API. The plan ({@link org.linli.cli.seed.CityPlan}) is
 * computed first and knows every figure that the statistics must show afterwards; the rest only carries it out.
 */
package org.linli.cli.seed;
