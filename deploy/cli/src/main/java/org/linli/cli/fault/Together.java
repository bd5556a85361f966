package org.linli.cli.fault;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.linli.cli.Refusal;

/** Does several things at the same time. */
final class Together {
    private Together() {}

    /** Returns when all have ended; if some failed, the first of them is thrown. */
    static void run(List<Runnable> all) {
        List<? extends Future<?>> begun;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            begun = all.stream().map(threads::submit).toList();
        }
        for (Future<?> one : begun) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                throw new Refusal("Interrupted.");
            }
        }
    }
}
