package org.linli.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.contracts.Event;
import org.linli.contracts.Topics;
import org.linli.kit.Ids;
import org.linli.kit.time.LinliClock;

/**
 * Where events leave a service: rows written in the transaction of the change itself, after the row of their subject
 * was locked. Nothing is published any other way.
 */
@ApplicationScoped
public class Outbox {
    // by way of text: the client would write a parameter of type jsonb as a JSON string
    private static final String INSERT_ONE = "insert into outbox (topic, key, headers, data)"
            + " values (:topic, :key, cast(cast(:headers as text) as jsonb), :data)";
    /** Adds rows given as arrays of topics, keys, headers and data. */
    public static final String INSERT_ALL = "insert into outbox (topic, key, headers, data)"
            + " select topic, key, cast(headers as jsonb), data from unnest($1::text[], $2::text[], $3::text[],"
            + " $4::bytea[]) with ordinality as row (topic, key, headers, data, position) order by position";

    private final String service;
    private final LinliClock clock;
    private final Traces traces;

    @Inject
    Outbox(@ConfigProperty(name = "quarkus.application.name") String service, LinliClock clock, Traces traces) {
        this.service = service;
        this.clock = clock;
        this.traces = traces;
    }

    /** An outbox for measurements: the same rows, without a service around it. */
    public static Outbox standalone(String service) {
        return new Outbox(service, new LinliClock(false), new Traces());
    }

    /** Adds facts in the current Hibernate session; changes of the session are flushed first. */
    public Uni<Void> add(List<Fact> facts) {
        return Panache.getSession().chain(session -> addOneByOne(session, facts, 0));
    }

    /** Adds one fact in the current Hibernate session. */
    public Uni<Void> add(Fact fact) {
        return add(List.of(fact));
    }

    /** Adds facts on a connection of the reactive client, in one statement. */
    public Uni<Void> add(SqlClient connection, List<Fact> facts) {
        return insert(connection, facts.stream().map(this::prepared).toList());
    }

    /** Adds rows that were {@link #prepared} and finished by hand, in one statement. */
    public Uni<Void> insert(SqlClient connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT_ALL)
                .execute(Tuple.of(
                        rows.stream().map(OutboxRow::topic).toArray(String[]::new),
                        rows.stream().map(OutboxRow::key).toArray(String[]::new),
                        rows.stream().map(OutboxRow::headers).toArray(String[]::new),
                        rows.stream().map(row -> Buffer.buffer(row.data())).toArray(Buffer[]::new)))
                .replaceWithVoid();
    }

    private Uni<Void> addOneByOne(Mutiny.Session session, List<Fact> facts, int next) {
        if (next == facts.size()) {
            return Uni.createFrom().voidItem();
        }
        OutboxRow row = prepared(facts.get(next));
        return session.createNativeQuery(INSERT_ONE)
                .setParameter("topic", row.topic())
                .setParameter("key", row.key())
                .setParameter("headers", row.headers())
                .setParameter("data", row.data())
                .executeUpdate()
                .chain(() -> addOneByOne(session, facts, next + 1));
    }

    /**
     * The row of a fact before it is inserted, for who must put something in that only PostgreSQL knows (the ledger:
     * balances, and the number of the event).
     */
    public OutboxRow prepared(Fact fact) {
        UUID id = Ids.next();
        Map<String, String> headers = EventCodec.headers(fact, service, id, clock.now(), traceparent(fact));
        return new OutboxRow(topicOf(fact.event()), fact.subject(), json(headers), EventCodec.data(fact.event()));
    }

    static String json(Map<String, String> headers) {
        try {
            return EventCodec.json().writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings is always JSON", impossible);
        }
    }

    static Map<String, Object> map(String headers) {
        return new JsonObject(headers).getMap();
    }

    private String topicOf(Event event) {
        return switch (service) {
            case "registration" -> Topics.REGISTRATION;
            case "activity" -> Topics.ACTIVITY;
            case "points" -> Topics.POINTS;
            case "notification" -> Topics.NOTIFICATION;
            default -> throw new IllegalStateException("no topic for service " + service + " and " + event.getClass());
        };
    }

    /** Of the request that is being answered, or of the event that caused this one. */
    private String traceparent(Fact fact) {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : traces.of(fact.causation());
    }
}
