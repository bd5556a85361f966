package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Row 13: what people read most, at the gateway, at the size that the city has. Two runs at two sizes are compared with
 * {@code --compare}. What a list costs depends on what is in it: of a seeded city many lists are empty, and the inbox
 * is that of one volunteer of the demonstration; so the number of items is noted, and empty pages are not judged.
 */
final class ReadsExperiment implements Experiment {
    private static final String STATISTICS = "/api/v1/statistics/volunteers?division=530100000000";
    private static final double PER_SECOND = 50;
    private static final int PASSBOOKS = 200;
    /** Where the personas of the demonstration and the people of its stories live. */
    private static final List<String> COMMUNITIES = List.of("530103005005", "530103007008", "530103001004");

    /** What is to come around places in Panlong and its neighbours, where a seeded city has activities. */
    private static final List<String> NEARBY = List.of(
            "/api/v1/sessions?longitude=102.742&latitude=25.057&metres=5000",
            "/api/v1/sessions?longitude=102.7&latitude=25.1&metres=5000",
            "/api/v1/sessions?longitude=102.8&latitude=25.0&metres=5000&free=true");

    private static final Set<String> OF_A_VOLUNTEER = Set.of("read.inbox", "read.nearby", "read.orders");

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
        for (String passbook : passbooks()) {
            statements.add("/api/v1/passbooks/" + passbook + "/statement");
        }
        reads.put("read.statement", statements);
        reads.put("read.inbox", List.of("/api/v1/inbox"));
        reads.put("read.nearby", NEARBY);
        reads.put("read.orders", List.of("/api/v1/dispatches?open=true", "/api/v1/requests?division=530103005005"));
        if (operator.status(STATISTICS) == 200) {
            reads.put("read.statistics", List.of(STATISTICS));
            JsonNode figures = operator.get(STATISTICS).join();
            notebook.noteApart("volunteers", figures.path("registered").asDouble());
        } else {
            notebook.missing("read.statistics", "there are no statistics in this build");
        }
        reads.values().removeIf(List::isEmpty);
        for (String list : List.of("read.statement", "read.inbox", "read.nearby", "read.orders")) {
            if (reads.containsKey(list)) {
                noteItems(list);
            }
        }
    }

    /**
     * Passbooks of the demonstration's communities that hold something; if none does, whatever there is. Who was
     * imported earned nothing: of such a statement there is nothing to read.
     */
    private List<String> passbooks() {
        List<String> empty = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        for (String community : COMMUNITIES) {
            String next = "";
            do {
                JsonNode page = operator.get("/api/v1/passbooks?division=" + community + "&limit=" + PASSBOOKS + next)
                        .join();
                for (JsonNode passbook : page.path("items")) {
                    boolean holds = passbook.path("balance").asLong() > 0;
                    (holds ? filled : empty).add(passbook.path("volunteerId").asText());
                }
                String after = page.path("next").asText("");
                next = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
            } while (!next.isEmpty() && filled.size() < PASSBOOKS);
        }
        List<String> chosen = filled.isEmpty() ? empty : filled;
        return chosen.subList(0, Math.min(chosen.size(), PASSBOOKS));
    }

    /** A page without items costs nothing to read: how many there are stands beside the times, and too few are none. */
    private void noteItems(String name) {
        List<Integer> items = reads.get(name).stream()
                .map(path -> reader(name).get(path).join().path("items").size())
                .toList();
        items.forEach(count -> notebook.noteApart(name + ".items", count));
        String figure = name + ".p99";
        notebook.remark(figure, itemsInWords(items));
        if (mostlyEmpty(items)) {
            notebook.doubt(figure, "half of its pages or more are empty");
        }
    }

    static boolean mostlyEmpty(List<Integer> items) {
        return empty(items) * 2 >= items.size();
    }

    static String itemsInWords(List<Integer> items) {
        double mean = items.stream().mapToInt(Integer::intValue).average().orElse(0);
        return "first pages of " + items.size() + " lists, " + empty(items) + " of them empty, " + Numbers.text(mean)
                + " items in the mean";
    }

    private static long empty(List<Integer> items) {
        return items.stream().filter(count -> count == 0).count();
    }

    private Api reader(String name) {
        return OF_A_VOLUNTEER.contains(name) ? volunteer : operator;
    }

    @Override
    public void repeat() {
        reads.forEach((name, paths) -> {
            Map<String, String> headers =
                    Map.of("Authorization", "Bearer " + reader(name).token());
            notebook.begin();
            Hyperfoil.Calls calls = Hyperfoil.steady(gateway, paths, headers, PER_SECOND, effort.throughput());
            notebook.note(name + ".p50", calls.nanos().getValueAtPercentile(50) / 1e6);
            notebook.note(name + ".p99", calls.nanos().getValueAtPercentile(99) / 1e6);
            calls.doubt().ifPresent(doubt -> notebook.doubt(name + ".p99", doubt));
        });
    }

    @Override
    public void close() {
        reads.clear();
    }
}
