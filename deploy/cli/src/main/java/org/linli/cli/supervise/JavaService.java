package org.linli.cli.supervise;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.linli.cli.embedded.LogFormat;

/**
 * A Quarkus application in a JVM of its own.
 *
 * @param jar its quarkus-run.jar
 * @param environment what it is configured by
 * @param cache what its JVM learned before
 */
public record JavaService(
        String name,
        int port,
        List<String> after,
        Path jar,
        Map<String, String> environment,
        StartupCache cache,
        File log)
        implements Part {
    /** Long enough to leave its consumer groups in good order: who does not is waited for when it comes back. */
    private static final Duration HURRIED_PATIENCE = Duration.ofSeconds(15);

    private static final Duration RECORDING_PATIENCE = Duration.ofSeconds(180);

    @Override
    public Running start() throws IOException {
        cache.prepare();
        List<String> command = new ArrayList<>();
        command.add(runtime().resolve("bin/java").toString());
        // Small and quick to start; a service without memory ends, and is started again.
        command.addAll(
                List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(cache.javaOptions());
        command.addAll(List.of(LogFormat.OPTION, "-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(jar.getParent().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        builder.environment().putAll(LessMemory.ENVIRONMENT);
        return new RunningProcess(builder.start().toHandle(), signal());
    }

    /** This JVM's own, unless another one is to learn: that of the images, while they are built. */
    private static Path runtime() {
        return Path.of(System.getenv().getOrDefault("LINLI_SERVICE_JAVA", System.getProperty("java.home")));
    }

    @Override
    public Health health() {
        return HttpHealth.of(port, "/q/health/ready");
    }

    @Override
    public void ended() {
        cache.keepRecording();
    }

    @Override
    public void failedToStart() {
        cache.distrust();
    }

    @Override
    public Duration stopPatience(boolean hurry) {
        if (hurry) {
            return HURRIED_PATIENCE;
        }
        return cache.isRecording() ? RECORDING_PATIENCE : Part.super.stopPatience(false);
    }
}
