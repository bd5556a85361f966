package org.linli.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.linli.cli.embedded.LocalPostgres;
import org.linli.cli.supervise.CityState;
import org.linli.cli.supervise.StateFile;

/**
 * Where a command works: the repository it was called from, and the city it is about.
 *
 * @param environment the variables {@code LINLI_HOME}, {@code LINLI_PORT} and others are read from
 * @param elsewhere the demo it is about, if that is not the city of {@code ./linli up}
 */
public record Workplace(
        Path repository, LinliHome home, Map<String, String> environment, Optional<Elsewhere> elsewhere) {
    public Workplace {
        environment = Map.copyOf(environment);
    }

    /** As the shell script and the environment say. */
    public static Workplace here() {
        return of(Path.of(System.getProperty("linli.root", ".")), System.getenv());
    }

    static Workplace of(Path repository, Map<String, String> environment) {
        Path root = repository.toAbsolutePath().normalize();
        String chosen = environment.getOrDefault("LINLI_HOME", "");
        Path home = chosen.isBlank() ? root.resolve(".linli") : Path.of(chosen);
        return new Workplace(root, new LinliHome(home), environment, Optional.empty());
    }

    /** The ports of the city that runs, else those asked for, else those of its first start, else the usual ones. */
    public Ports ports() {
        Optional<Integer> running = live().map(CityState::gatewayPort);
        return running.map(Ports::new).orElseGet(this::portsToStartWith);
    }

    /** The ports to start with: those asked for, else those of the first start, else the usual ones. */
    Ports portsToStartWith() {
        String chosen = environment.getOrDefault("LINLI_PORT", "");
        return chosen.isBlank() ? new Ports(home.recordedPort().orElse(Ports.DEFAULT_GATEWAY)) : Ports.parse(chosen);
    }

    StateFile state() {
        return new StateFile(home.stateFile());
    }

    /** What the supervisor wrote last, if one runs. */
    Optional<CityState> live() {
        return state().readLive();
    }

    /** What the supervisor wrote last; a sentence if none runs. */
    public CityState running(int exitCodeIfNot) {
        return live().orElseThrow(() ->
                new Refusal("Linli is not running (" + home.root() + "); ./linli up starts it.", exitCodeIfNot));
    }

    /** The same, about the demo at that gateway. */
    public Workplace elsewhere(URI gateway) {
        return new Workplace(repository, home, environment, Optional.of(Elsewhere.at(gateway, home.root())));
    }

    /** People who may sign in here. */
    public Personas personas() {
        return elsewhere
                .map(demo -> new Personas(demo.issuer(), new DemoClients(demo.issuer(), demo.secret())))
                .orElseGet(() -> new Personas(LocalCity.issuer(ports())));
    }

    /** Where the API is. */
    public String gatewayUrl() {
        return elsewhere
                .map(demo -> demo.gateway().toString())
                .orElseGet(() -> "http://127.0.0.1:" + ports().gateway());
    }

    /** The API as somebody; the token is renewed by itself. */
    public GatewayClient gatewayAs(String persona) {
        Personas personas = personas();
        return new GatewayClient(URI.create(gatewayUrl()), () -> personas.token(persona));
    }

    /** The API as the person with that subject at the local sign-in. */
    public GatewayClient gatewayAsSubject(String subject) {
        Personas personas = personas();
        return new GatewayClient(URI.create(gatewayUrl()), () -> personas.tokenForSubject(subject));
    }

    /** The broker, for the one act of a story that does not go through the gateway. */
    public String kafka() {
        return elsewhere.map(Elsewhere::kafka).orElseGet(() -> "127.0.0.1:" + ports().kafka());
    }

    /** The database server of a demo that runs elsewhere, for who looks at all databases. */
    public LocalPostgres databaseElsewhere() {
        Elsewhere demo = elsewhere.orElseThrow();
        return new LocalPostgres(home.root(), home.postgres(), demo.postgresPort(), demo.postgresPassword());
    }
}
