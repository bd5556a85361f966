package org.linli.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Row 10: the gateway with token check and all its limits (body, time, rate, calls under way) beside nginx (Y5), both
 * before the same call of the points service. Beside it, without a bar, both before an nginx that answers a kilobyte at
 * once: there only the way through the proxy counts. For that the gateway is started once more, with the very options
 * and settings of the city's.
 */
final class GatewayExperiment implements Experiment {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/api/v1/points-rules";
    private static final String MISSING = "%s is not on this machine (Debian: %s, or --install)";

    private final City city;
    private final Programs programs;
    private final Effort effort;
    private final Notebook notebook;
    private final Path directory;
    private final List<Process> started = new ArrayList<>();
    private Wrk wrk;
    private int proxyPort;
    private int bareProxyPort;
    private int bareGatewayPort;
    private Map<String, String> headers;

    GatewayExperiment(City city, Programs programs, Effort effort, Notebook notebook, Path directory) {
        this.city = city;
        this.programs = programs;
        this.effort = effort;
        this.notebook = notebook;
        this.directory = directory;
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(10);
    }

    @Override
    public void prepare() throws Exception {
        Optional<Path> nginx = programs.find("nginx", "nginx-light");
        Optional<Path> load = programs.find("wrk", "wrk");
        if (nginx.isEmpty() || load.isEmpty()) {
            String reason =
                    MISSING.formatted(nginx.isEmpty() ? "nginx" : "wrk", nginx.isEmpty() ? "nginx-light" : "wrk");
            List.of("Y5", "gateway").forEach(figure -> notebook.missing(figure, reason));
            return;
        }
        wrk = new Wrk(load.get());
        int backend = freePort();
        proxyPort = freePort();
        bareProxyPort = freePort();
        bareGatewayPort = freePort();
        Path configuration = directory.resolve("nginx.conf");
        Files.writeString(configuration, nginxConfiguration(backend));
        start(new ProcessBuilder(
                nginx.get().toString(), "-c", configuration.toAbsolutePath().toString(), "-g", "daemon off;"));
        start(sameAsTheCitys(backend));
        headers = Map.of("Authorization", "Bearer " + People.token(city.issuer(), "demo-operator"));
        for (int port : List.of(proxyPort, bareProxyPort, bareGatewayPort)) {
            awaitAnswer(port);
        }
        // a gateway that just started would also pay for the compiler
        wrk.rate(url(bareGatewayPort), headers, effort.throughput().multipliedBy(2));
        wrk.rate(url(city.port()), headers, effort.throughput().multipliedBy(2));
    }

    @Override
    public void repeat() throws Exception {
        if (wrk == null) {
            return;
        }
        rate("Y5", proxyPort);
        double most = rate("gateway", city.port());
        notebook.begin();
        latency("Y5.p99", proxyPort, most / 2);
        notebook.begin();
        latency("gateway.p99", city.port(), most / 2);
        rate("Y5.bare", bareProxyPort);
        rate("gateway.bare", bareGatewayPort);
    }

    private double rate(String name, int port) throws IOException {
        notebook.begin();
        return notebook.note(name, wrk.rate(url(port), headers, effort.throughput()));
    }

    private void latency(String name, int port, double perSecond) {
        Hyperfoil.Calls calls = Hyperfoil.steady(
                URI.create("http://127.0.0.1:" + port), List.of(PATH), headers, perSecond, effort.throughput());
        notebook.note(name, calls.nanos().getValueAtPercentile(99) / 1e6);
        calls.doubt().ifPresent(doubt -> notebook.doubt(name, doubt));
    }

    private String nginxConfiguration(int backend) {
        return """
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log warn;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/nginx-body;
                  proxy_temp_path %1$s/nginx-proxy;
                  fastcgi_temp_path %1$s/nginx-fastcgi;
                  uwsgi_temp_path %1$s/nginx-uwsgi;
                  scgi_temp_path %1$s/nginx-scgi;
                  keepalive_requests 100000000;
                  server {
                    listen 127.0.0.1:%2$d;
                    location / { default_type application/json; return 200 '{"items":["%3$s"]}'; }
                  }
                  %4$s
                  %5$s
                }
                """.formatted(
                        directory.toAbsolutePath(),
                        backend,
                        "x".repeat(1000),
                        proxy("service", proxyPort, city.pointsPort()),
                        proxy("bare", bareProxyPort, backend));
    }

    private static String proxy(String name, int port, int backend) {
        return """
                upstream %1$s { server 127.0.0.1:%3$d; keepalive 128; keepalive_requests 100000000; }
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass http://%1$s;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                    }
                  }
                """.formatted(name, port, backend);
    }

    private ProcessBuilder sameAsTheCitys(int backend) throws IOException {
        Path process = Path.of("/proc/" + city.process("gateway").pid());
        List<String> command = new ArrayList<>(List.of(words(process.resolve("cmdline"))));
        command.removeIf(option -> option.startsWith("-XX:AOTCacheOutput"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(process.resolve("cwd").toRealPath().toFile());
        Map<String, String> environment = new HashMap<>();
        for (String variable : words(process.resolve("environ"))) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        for (String service : List.of("REGISTRATION", "ACTIVITY", "POINTS", "NOTIFICATION")) {
            environment.put("LINLI_" + service + "_URL", "http://127.0.0.1:" + backend);
        }
        environment.put("LINLI_PORT", Integer.toString(bareGatewayPort));
        environment.put("LINLI_HTTP_PORT", Integer.toString(bareGatewayPort));
        builder.environment().putAll(environment);
        return builder;
    }

    private static String[] words(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0");
    }

    private void start(ProcessBuilder builder) throws IOException {
        started.add(builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private void awaitAnswer(int port) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(port))).timeout(PATIENCE);
        headers.forEach(request::header);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (status(client, request.build()) != 200) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("nothing answers with 200 at " + url(port));
                }
                Pace.waitUntil(System.nanoTime() + Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static int status(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + PATH;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        for (Process process : started) {
            try {
                if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
