package org.linli.bench;

import java.util.Set;

/**
 * Rows that are measured together with their yardsticks. Repetitions of all experiments take turns, so that what else
 * happens on the machine meets all of them alike.
 */
interface Experiment extends AutoCloseable {
    /** The rows it measures. */
    Set<Integer> rows();

    /** Makes everything ready; called once, not measured. */
    void prepare() throws Exception;

    /** Measures everything once. */
    void repeat() throws Exception;

    /** Ends everything it started; also after a failure. */
    @Override
    void close() throws Exception;
}
