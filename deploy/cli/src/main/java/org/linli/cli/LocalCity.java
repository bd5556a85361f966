package org.linli.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.cli.embedded.KafkaPart;
import org.linli.cli.embedded.LocalKafka;
import org.linli.cli.embedded.LocalPostgres;
import org.linli.cli.embedded.MailPart;
import org.linli.cli.embedded.PostgresPart;
import org.linli.cli.embedded.Secrets;
import org.linli.cli.embedded.SignIn;
import org.linli.cli.embedded.SignInPart;
import org.linli.cli.supervise.JavaService;
import org.linli.cli.supervise.Part;

/**
 * The whole system on one machine, as one picture: who is there, where they listen, what they are told, and who waits
 * for whom.
 *
 * <pre>
 *            gateway  P
 *               │
 *   registration P+1   activity P+2   points P+3   notification P+4      sign-in P+5
 *               │                                                        (everybody checks tokens by its keys)
 *   Kafka P+6 (controller P+7)        PostgreSQL P+8, one database each          mail P+9 (passes nothing on)
 * </pre>
 */
public final class LocalCity {
    /** Four services own data; the gateway owns none. */
    public static final List<String> SERVICES = List.of("registration", "activity", "points", "notification");

    /** Everything that is built and started with {@code java}. */
    public static final List<String> APPLICATIONS =
            List.of("registration", "activity", "points", "notification", "gateway");

    private static final List<String> INFRASTRUCTURE = List.of(PostgresPart.NAME, KafkaPart.NAME, SignInPart.NAME);

    private static final int PARTITIONS = 4;

    private final LinliHome home;
    private final Ports ports;
    private final Installation installation;
    private final Secrets secrets;
    /** Where services find PostgreSQL and Kafka: their own ports, unless a test stands in between. */
    private final Detour reached;

    private final Optional<LocalKafka.Detoured> detoured;

    private LocalCity(LinliHome home, Ports ports, Installation installation, Optional<Detour> detour) {
        this.home = home;
        this.ports = ports;
        this.installation = installation;
        this.secrets = new Secrets(home.secrets());
        this.reached = detour.orElse(new Detour(ports.postgres(), ports.kafka(), ports.kafka()));
        this.detoured = detour.map(way -> new LocalKafka.Detoured(way.kafkaListener(), way.kafka()));
    }

    /** The city in that home, run from what is built in the repository. */
    public static LocalCity of(LinliHome home, Ports ports, Path repository, Map<String, String> environment) {
        return new LocalCity(home, ports, Installation.of(home, repository, environment), Detour.of(environment));
    }

    public Ports ports() {
        return ports;
    }

    /** Everything that runs, in the order in which it is shown. */
    public List<Part> parts() {
        return List.of(
                postgres(),
                kafka(),
                new SignInPart(ports.signIn(), home.keys().resolve("sign-in.jwk")),
                new MailPart(ports.mail(), home.mail()),
                service("registration", ports.registration(), bootstrapOperator(ports)),
                service("activity", ports.activity(), Map.of()),
                service("points", ports.points(), Map.of()),
                service("notification", ports.notification(), mailServer(ports)),
                gateway());
    }

    /** Who is ended first, second, …; those of one stage at the same time. */
    public List<List<String>> stopStages() {
        return List.of(
                List.of("gateway"),
                SERVICES,
                List.of(KafkaPart.NAME),
                List.of(PostgresPart.NAME, SignInPart.NAME, MailPart.NAME));
    }

    /** The topics and how many partitions each has. What one thing said stays in order within its partition. */
    public static Map<String, Integer> topics() {
        Map<String, Integer> topics = new TreeMap<>();
        for (String service : SERVICES) {
            topics.put("linli." + service, PARTITIONS);
            topics.put("linli." + service + ".dead", 1);
        }
        topics.put(LocalClock.TOPIC, 1);
        return topics;
    }

    /** Who signs the tokens. The accounts of all people are derived from this name: it changes with the port. */
    public static String issuer(Ports ports) {
        return "http://127.0.0.1:" + ports.signIn() + "/" + SignIn.ISSUER_NAME;
    }

    /** The database server, for who looks at all databases. */
    public LocalPostgres database() {
        return new LocalPostgres(
                home.root().resolve("postgres-programs"), home.postgres(), ports.postgres(), secrets.of("postgres"));
    }

    /** One more process of a service, beside the one that is kept; who starts it ends it. */
    public Part replicaOf(String service, int port) {
        return new JavaService(
                service + "-replica",
                port,
                INFRASTRUCTURE,
                installation.jar(service),
                environment(service, port),
                installation.cache(service),
                home.log(service + "-replica").toFile());
    }

    private Part postgres() {
        return new PostgresPart(
                database(), SERVICES, secrets, home.log(PostgresPart.NAME).toFile());
    }

    private Part kafka() {
        LocalKafka broker = new LocalKafka(
                installation.kafkaClassPath(), home.kafka(), ports.kafka(), ports.kafkaController(), detoured);
        return new KafkaPart(
                broker,
                topics(),
                installation.kafkaCache(),
                home.log(KafkaPart.NAME).toFile());
    }

    private Part service(String name, int port, Map<String, String> more) {
        Map<String, String> environment = environment(name, port);
        environment.putAll(more);
        return application(name, port, INFRASTRUCTURE, environment);
    }

    private Map<String, String> environment(String name, int port) {
        Map<String, String> environment = common();
        environment.put("LINLI_HTTP_HOST", "127.0.0.1");
        environment.put("LINLI_HTTP_PORT", Integer.toString(port));
        environment.put("LINLI_DATABASE_URL", "postgresql://127.0.0.1:" + reached.postgres() + "/" + name);
        environment.put("LINLI_DATABASE_USER", name);
        environment.put("LINLI_DATABASE_PASSWORD", secrets.of(name));
        environment.put("LINLI_KAFKA", "127.0.0.1:" + reached.kafka());
        environment.put("LINLI_KEYS_DIRECTORY", home.keys().resolve(name).toString());
        return environment;
    }

    private Part gateway() {
        Map<String, String> environment = common();
        environment.put("LINLI_HTTP_HOST", "127.0.0.1");
        environment.put("LINLI_PORT", Integer.toString(ports.gateway()));
        environment.put("LINLI_HTTP_PORT", Integer.toString(ports.gateway()));
        environment.put("LINLI_ACTIVITY_URL", "http://127.0.0.1:" + ports.activity());
        environment.put("LINLI_POINTS_URL", "http://127.0.0.1:" + ports.points());
        environment.put("LINLI_NOTIFICATION_URL", "http://127.0.0.1:" + ports.notification());
        environment.put("LINLI_KEYS_DIRECTORY", home.keys().resolve("gateway").toString());
        return application("gateway", ports.gateway(), List.of(SignInPart.NAME), environment);
    }

    private Map<String, String> common() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("LINLI_ISSUER", issuer(ports));
        environment.put("LINLI_AUDIENCE", "linli");
        environment.put("LINLI_PUBLIC_ADDRESS", "http://127.0.0.1:" + ports.gateway());
        environment.put("LINLI_REGISTRATION_URL", "http://127.0.0.1:" + ports.registration());
        environment.put("TZ", "UTC");
        return environment;
    }

    private static Map<String, String> bootstrapOperator(Ports ports) {
        return Map.of(
                "LINLI_BOOTSTRAP_ISSUER", issuer(ports),
                "LINLI_BOOTSTRAP_SUBJECT", Personas.subject("operator"));
    }

    /** Notification does not wait for it: e-mails do. */
    private static Map<String, String> mailServer(Ports ports) {
        return Map.of(
                "LINLI_SMTP_HOST", "127.0.0.1",
                "LINLI_SMTP_PORT", Integer.toString(ports.mail()),
                "LINLI_MAIL_FROM", "linli@linli.localdomain");
    }

    private Part application(String name, int port, List<String> after, Map<String, String> environment) {
        return new JavaService(
                name,
                port,
                after,
                installation.jar(name),
                environment,
                installation.cache(name),
                home.log(name).toFile());
    }
}
