package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Row 13: what people read most, at the gateway, at the size that the city has. Two runs at two sizes are compared with
 * {@code --compare}.
 */
final class ReadsExperiment implements Experiment {
    private static final String STATISTICS = "/api/v1/statistics/volunteers?division=530100000000";
    private static final double PER_SECOND = 50;
    private static final int PASSBOOKS = 200;

    private final URI gateway;
    private final String issuer;
    private final String subject;
    private final Effort effort;
    private final Notebook notebook;
    private final Map<String, List<String>> reads = new LinkedHashMap<>();
    private Api operator;
    private Api volunteer;

    /**
     * @param issuer the sign-in of the city
     * @param subject a volunteer of it, as the sign-in knows them
     */
    ReadsExperiment(URI gateway, String issuer, String subject, Effort effort, Notebook notebook) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.subject = subject;
        this.effort = effort;
        this.notebook = notebook;
    }

    @Override
    public Set<Integer> rows() {
        return Set.of(13);
    }

    @Override
    public void prepare() throws Exception {
        operator = new Api(gateway, People.token(issuer, "demo-operator"));
        volunteer = new Api(gateway, People.token(issuer, subject));
        List<String> statements = new ArrayList<>();
        JsonNode passbooks = operator.get("/api/v1/passbooks?division=530103000000&limit=" + PASSBOOKS)
                .join();
        for (JsonNode passbook : passbooks.path("items")) {
            statements.add("/api/v1/passbooks/" + passbook.path("volunteerId").asText() + "/statement");
        }
        reads.put("read.statement", statements);
        reads.put("read.inbox", List.of("/api/v1/inbox"));
        reads.put("read.nearby", List.of("/api/v1/dispatches?open=true", "/api/v1/requests?division=530103005005"));
        if (operator.status(STATISTICS) == 200) {
            reads.put("read.statistics", List.of(STATISTICS));
            JsonNode figures = operator.get(STATISTICS).join();
            notebook.note("volunteers", figures.path("registered").asDouble());
        } else {
            notebook.missing("read.statistics", "there are no statistics in this build");
        }
        reads.values().removeIf(List::isEmpty);
    }

    @Override
    public void repeat() {
        reads.forEach((name, paths) -> {
            String token =
                    name.equals("read.inbox") || name.equals("read.nearby") ? volunteer.token() : operator.token();
            notebook.begin();
            var nanos = Hyperfoil.steady(
                    gateway, paths, Map.of("Authorization", "Bearer " + token), PER_SECOND, effort.throughput());
            notebook.note(name + ".p50", nanos.getValueAtPercentile(50) / 1e6);
            notebook.note(name + ".p99", nanos.getValueAtPercentile(99) / 1e6);
        });
    }

    @Override
    public void close() {
        reads.clear();
    }
}
