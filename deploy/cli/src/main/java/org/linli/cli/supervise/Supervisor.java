package org.linli.cli.supervise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.cli.LinliHome;
import org.linli.cli.LocalCity;
import org.linli.cli.Ports;
import org.linli.cli.embedded.LogFormat;

/**
 * The process that stays behind when {@code ./linli up} returns. It keeps every part running until it is asked to end
 * (TERM), and then ends them in the opposite order of their start.
 */
public final class Supervisor {
    private static final Logger LOG = Logger.getLogger("supervisor");

    private final List<List<PartKeeper>> stages;
    private final Path hurryFile;

    private Supervisor(List<List<PartKeeper>> stages, Path hurryFile) {
        this.stages = stages;
        this.hurryFile = hurryFile;
    }

    /** Arguments: the home directory, the gateway's port, the repository. */
    public static void main(String[] arguments) throws Exception {
        LogFormat.quietLibraries();
        LinliHome home = new LinliHome(Path.of(arguments[0]));
        Ports ports = Ports.parse(arguments[1]);
        try (FileChannel channel = FileChannel.open(
                        home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                LOG.severe("another supervisor keeps " + home.root());
                System.exit(2);
            }
            supervise(home, LocalCity.of(home, ports, Path.of(arguments[2]), System.getenv()));
        }
    }

    private static void supervise(LinliHome home, LocalCity city) throws IOException, InterruptedException {
        Board board = new Board(new StateFile(home.stateFile()), city.ports().gateway(), city.parts());
        Map<String, PartKeeper> keepers = new java.util.LinkedHashMap<>();
        city.parts().forEach(part -> keepers.put(part.name(), new PartKeeper(part, board)));
        List<List<PartKeeper>> stages = city.stopStages().stream()
                .map(names -> names.stream().map(keepers::get).toList())
                .toList();
        Supervisor supervisor = new Supervisor(stages, home.hurryFile());
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stopAll, "stop"));
        keepers.values().forEach(PartKeeper::begin);
        LOG.log(Level.INFO, "keeping {0} at port {1,number,#}", new Object[] {
            home.root(), city.ports().gateway()
        });
        new CountDownLatch(1).await();
    }

    private void stopAll() {
        boolean hurry = Files.exists(hurryFile);
        for (List<PartKeeper> stage : stages) {
            List<Thread> threads = stage.stream()
                    .map(keeper -> Thread.ofPlatform().start(() -> keeper.stop(hurry)))
                    .toList();
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
