package org.linli.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of bars, and how each is read from what was measured. */
final class Sheet {
    private static final Bar SHOWN = new Bar.Shown();
    private static final String AGAIN = "batches of row 3 into the class Ledger; the log of Kafka is not replayed";
    private static final String OWN_CLIENT = "load by the bench's own client";
    private static final String ROLLED_BACK = "each execution is rolled back, and one row committed then";
    private static final String EARLIER = "earlier.";
    private static final Set<Integer> NOT_BUILT = Set.of(12, 14);

    /** Yardsticks and rows in the order of the table. */
    // the factories below read like the table itself
    private static final List<Entry> ENTRIES = List.of(
            shown("Y1", "Y1 pgbench, TPC-B-like, 16 clients, prepared", "transactions/s"),
            shown("Y2", "Y2 pgbench, the ledger's own statement, 16 clients", "postings/s")
                    .noting("with the query that makes the ids; nothing is held against it"),
            shown("Y2.batch", "Y2 the same with 500 postings a statement, 1 client", "postings/s")
                    .noting("the posting statement alone (pgbench -r)"),
            shown("Y2.sign-up", "Y2 pgbench, the statements of a sign-up, 16 clients", "sign-ups/s")
                    .noting(ROLLED_BACK),
            shown("Y2.redemption", "Y2 pgbench, the statements of hold and hand-over, 16 clients", "redemptions/s")
                    .noting(ROLLED_BACK),
            shown("Y3", "Y3 multi-row insert of the same rows, 1,000 a commit", "postings/s"),
            shown("Y3.inbox", "Y3 multi-row insert of inbox rows and their events", "rows/s"),
            shown("Y4", "Y4 kafka-producer-perf-test, same size, acks=all", "messages/s"),
            shown("Y5", "Y5 nginx as proxy to the same backend", "requests/s"),
            shown("Y5.bare", "Y5 the same to a backend that costs nothing", "requests/s"),
            shown("Y6", "Y6 median fdatasync", "ms"),
            ratio(1, "one posting with outbox, spread accounts", "single", "postings/s", "Y1", atLeast(1.5)),
            ratio(2, "batch of 100 on a hot account", "hundred", "postings/s", "Y1", atLeast(6)),
            ratio(3, "batch of 1,000", "thousand", "postings/s", "Y3", atLeast(0.25)),
            ratio(4, "Kafka in → ledger → outbox, running service", "through", "postings/s", "Y2.batch", atLeast(0.6)),
            ratio(5, "posting latency at half load, p50", "latency.p50", "ms", "Y6", atMost(5)),
            ratio(5, "posting latency at half load, p99", "latency.p99", "ms", "Y6", atMost(20)),
            itself(6, "the same batches again: changes", "again.changes", "rows", atMost(0))
                    .noting(AGAIN),
            ratio(6, "the same batches again: speed", "again", "postings/s", "thousand", atLeast(1))
                    .noting(AGAIN),
            ratio(7, "relay", "relay", "messages/s", "thousand", atLeast(1.5)),
            ratio(7, "relay beside Kafka's own producer", "relay", "messages/s", "Y4", atLeast(0.3)),
            itself(8, "points and notification together", "together", "records/s", SHOWN),
            itself(8, "commit → consumer at half load, p99", "delay.p99", "ms", atMost(250)),
            itself(9, "confirmation → points visible at half load, p99", "points.p99", "ms", atMost(1000))
                    .noting(OWN_CLIENT),
            itself(9, "confirmation → inbox row readable at half load, p99", "inbox.p99", "ms", atMost(1000))
                    .noting(OWN_CLIENT),
            ratio(10, "gateway with token check, limits on", "gateway", "requests/s", "Y5", atLeast(0.65))
                    .noting("limits of body, time and rate, calls under way and breakers are all in the way"),
            above(10, "gateway at half load, p99", "gateway.p99", "ms", "Y5.p99", atMost(2)),
            ratio(10, "gateway before a backend that costs nothing", "gateway.bare", "requests/s", "Y5.bare", SHOWN),
            ratio(11, "inbox fan-out", "fanout", "rows/s", "Y3.inbox", atLeast(0.4)),
            itself(11, "500 open streams: row → stream, p99", "stream.p99", "ms", atMost(1000)),
            itself(12, "pull feed", "feed", "events/s", atLeast(20)),
            earlier(13, "read: passbook statement, p99", "read.statement.p99"),
            earlier(13, "read: inbox, p99", "read.inbox.p99"),
            earlier(13, "read: sessions near me, p99", "read.nearby.p99"),
            earlier(13, "read: orders near me, p99", "read.orders.p99"),
            earlier(13, "read: statistics of the city, p99", "read.statistics.p99"),
            itself(13, "volunteers of the city whose reads these are", "volunteers", "people", SHOWN),
            itself(14, "the whole city imported", "city", "minutes", SHOWN),
            itself(15, "up on a built tree: everything healthy", "up.seconds", "s", atMost(10)),
            itself(15, "memory of all services, Kafka and PostgreSQL", "up.memory", "GB", atMost(1.8)),
            ratio(16, "sign-up, each at a session of its own", "sign-ups", "sign-ups/s", "Y2.sign-up", SHOWN)
                    .noting(OWN_CLIENT),
            itself(16, "sign-ups of 64 callers at one session, p50", "sign-ups.p50", "ms", SHOWN)
                    .noting(OWN_CLIENT),
            itself(16, "sign-ups of 64 callers at one session, p99", "sign-ups.p99", "ms", SHOWN)
                    .noting(OWN_CLIENT),
            ratio(17, "redemption, each of an offer of its own", "redemptions", "redemptions/s", "Y2.redemption", SHOWN)
                    .noting(OWN_CLIENT),
            itself(17, "redemptions of 64 callers of one offer, p50", "redemptions.p50", "ms", SHOWN)
                    .noting(OWN_CLIENT),
            itself(17, "redemptions of 64 callers of one offer, p99", "redemptions.p99", "ms", SHOWN)
                    .noting(OWN_CLIENT));

    private Sheet() {}

    /** How a figure becomes what is judged; each way has its words in the table. */
    enum Way {
        ITSELF,
        RATIO,
        ABOVE
    }

    /** Where a line comes from: the figure of that name, held against another one. */
    private record Entry(
            int row, String what, String figure, String unit, Way way, String against, Bar bar, String note) {
        /** With something that everybody who reads the line should know. */
        private Entry noting(String text) {
            return new Entry(row, what, figure, unit, way, against, bar, text);
        }
    }

    private static Entry shown(String figure, String what, String unit) {
        return new Entry(0, what, figure, unit, Way.ITSELF, null, SHOWN, "");
    }

    private static Entry itself(int row, String what, String figure, String unit, Bar bar) {
        return new Entry(row, what, figure, unit, Way.ITSELF, null, bar, "");
    }

    private static Entry ratio(int row, String what, String figure, String unit, String against, Bar bar) {
        return new Entry(row, what, figure, unit, Way.RATIO, against, bar, "");
    }

    private static Entry above(int row, String what, String figure, String unit, String against, Bar bar) {
        return new Entry(row, what, figure, unit, Way.ABOVE, against, bar, "");
    }

    /** Held against the same figure of an earlier run at another size of the city. */
    private static Entry earlier(int row, String what, String figure) {
        return ratio(row, what, figure, "ms", EARLIER + figure, atMost(2));
    }

    private static Bar atLeast(double limit) {
        return new Bar.AtLeast(limit);
    }

    private static Bar atMost(double limit) {
        return new Bar.AtMost(limit);
    }

    /** The lines of the rows asked for, and the yardsticks that were measured. */
    static List<Line> lines(Notebook notebook, Set<Integer> rows) {
        return ENTRIES.stream()
                .filter(entry -> entry.row() == 0
                        ? notebook.has(entry.figure())
                                || notebook.reason(entry.figure()).isPresent()
                        : rows.contains(entry.row()))
                .map(entry -> line(entry, notebook))
                .toList();
    }

    /**
     * Whether every row asked for was measured to the end and none fell short; the rows that are known as not built are
     * left out.
     */
    static boolean settled(List<Line> lines, Set<Integer> rows) {
        return rows.stream()
                .filter(row -> !NOT_BUILT.contains(row))
                .allMatch(row -> lines.stream().anyMatch(line -> line.row() == row)
                        && lines.stream().filter(line -> line.row() == row).noneMatch(Sheet::open));
    }

    private static boolean open(Line line) {
        return line.verdict() == Verdict.FAIL || line.verdict() == Verdict.MISSING;
    }

    private static Line line(Entry entry, Notebook notebook) {
        Optional<Series> measured = notebook.series(entry.figure());
        if (measured.isPresent() && aloneForNow(entry, notebook)) {
            String note = "judged beside a run at another size (--compare)";
            Entry shown =
                    new Entry(entry.row(), entry.what(), entry.figure(), entry.unit(), Way.ITSELF, null, SHOWN, note);
            return line(shown, notebook);
        }
        Optional<Series> against = Optional.ofNullable(entry.against()).flatMap(notebook::series);
        Optional<String> doubt = notebook.doubt(entry.figure())
                .or(() -> Optional.ofNullable(entry.against()).flatMap(notebook::doubt));
        Series judged = doubt.isPresent()
                ? null
                : measured.flatMap(figure -> judged(entry.way(), figure, against))
                        .orElse(null);
        String reason = judged != null ? "" : doubt.orElseGet(() -> reason(entry, notebook, measured.isPresent()));
        return new Line(
                entry.row(),
                entry.what(),
                entry.unit(),
                measured.orElse(null),
                judged,
                judgedAs(entry),
                entry.bar(),
                notebook.loads(entry.figure()).orElse(null),
                Stream.of(
                                reason,
                                notebook.remark(entry.figure()).orElse(""),
                                entry.note(),
                                busy(notebook.busy(entry.figure())))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    /** Whoever kept the processors busy, the busiest first. */
    private static String busy(Map<String, Double> parts) {
        String shares = parts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(part -> part.getKey() + " " + Numbers.text(part.getValue()))
                .collect(Collectors.joining(", "));
        return shares.isEmpty() ? "" : "busy: " + shares;
    }

    /** There is no earlier run at another size, and nobody named one. */
    private static boolean aloneForNow(Entry entry, Notebook notebook) {
        return entry.against() != null
                && entry.against().startsWith(EARLIER)
                && !notebook.has(entry.against())
                && notebook.reason(entry.against()).isEmpty();
    }

    private static Optional<Series> judged(Way way, Series figure, Optional<Series> against) {
        return switch (way) {
            case ITSELF -> Optional.of(figure);
            case RATIO -> against.map(figure::per);
            case ABOVE -> against.map(figure::above);
        };
    }

    private static String judgedAs(Entry entry) {
        return switch (entry.way()) {
            case ITSELF -> entry.unit();
            case RATIO -> "× " + named(entry.against());
            case ABOVE -> entry.unit() + " above " + named(entry.against());
        };
    }

    private static String named(String figure) {
        if (figure.startsWith(EARLIER)) {
            return "other size";
        }
        return figure.equals("thousand") ? "row 3" : figure;
    }

    private static String reason(Entry entry, Notebook notebook, boolean measured) {
        return notebook.reason(measured ? entry.against() : entry.figure())
                .or(() -> Optional.ofNullable(entry.against()).flatMap(notebook::reason))
                .orElse("not measured");
    }
}
