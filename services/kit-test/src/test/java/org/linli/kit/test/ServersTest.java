package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The servers under the tests")
class ServersTest {

    @Test
    void oneServerOfEachKindServesTheWholeJvm() {
        assertThat(Infrastructure.postgres()).isEqualTo(Infrastructure.postgres());
        assertThat(Infrastructure.kafka()).isEqualTo(Infrastructure.kafka());
    }

    @Test
    void aDatabaseOfOnesOwnSpeaksUtf8AndIsGoneAfterwards() {
        PostgresAddress server = Infrastructure.postgres();
        String name = "kit_test_" + UUID.randomUUID().toString().replace('-', '_');
        OwnDatabase own = OwnDatabase.create(server, name);
        Database database = own.access();
        database.execute("create table person (name text)");
        database.execute("insert into person values (?)", "\u738b\u79c0\u82f1 \ud83d\ude42");
        assertThat(database.count("select count(*) from person where length(name) = 5"))
                .isOne();
        assertThat(database.value("show server_version").toString()).startsWith("18");
        own.drop();
        assertThat(new Database(server, "postgres").query("select 1 from pg_database where datname = ?", name))
                .isEmpty();
    }

    @Test
    void whatIsSentToATopicIsReadBackWithItsHeadersInOrder() {
        try (Events events = new Events(Infrastructure.kafka(), "t" + UUID.randomUUID() + ".")) {
            events.createTopics("points");
            events.send("linli.points", "a", Map.of("ce_id", "1"), new byte[] {1});
            events.send("linli.points", "a", Map.of("ce_id", "2"), new byte[] {2});
            events.poisonEmpty("linli.points");
            assertThat(events.about("linli.points", "a"))
                    .extracting(OnTopic::id)
                    .containsExactly("1", "2");
            assertThat(events.all("linli.points")).hasSize(3);
            assertThat(events.all("linli.points.dead")).isEmpty();
        }
    }

    @Test
    void aPrivateBrokerIsReachedOnlyThroughItsWire() {
        try (PrivateKafka kafka = PrivateKafka.start()) {
            try (Admin application = admin(kafka.proxied());
                    Admin test = admin(kafka.direct())) {
                awaitAnswer(application);
                kafka.proxy().cut();
                assertThatThrownBy(() -> application.listTopics().names().get()).isNotNull();
                awaitAnswer(test);
                kafka.proxy().restore();
                awaitAnswer(application);
            }
        }
    }

    @Test
    void anUnknownServerIsRefusedInOneSentence() {
        assertThatThrownBy(() -> ServerProcess.start("oracle")).hasMessage("No such test server: oracle");
        assertThatThrownBy(() -> PostgresAddress.parse("127.0.0.1:5432"))
                .hasMessageContaining("postgresql://user:password@host:port");
    }

    private static void awaitAnswer(Admin admin) {
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(admin.listTopics().names().get()).isEmpty());
    }

    private static Admin admin(String servers) {
        return Admin.create(
                Map.of("bootstrap.servers", servers, "request.timeout.ms", "1000", "default.api.timeout.ms", "2000"));
    }
}
