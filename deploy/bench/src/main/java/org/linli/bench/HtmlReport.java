package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The results as one page with charts that needs nothing from elsewhere. */
final class HtmlReport {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 22;
    /** The bar stands here, as a share of the width, so that what passes and what falls short both have room. */
    private static final double BAR_AT = 0.5;

    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Linli bench</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1c2330;background:#fff}
            table{border-collapse:collapse}td,th{padding:.3rem .7rem;border-bottom:1px solid #dfe3ea;text-align:left}
            td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .PASS{color:#11703c;font-weight:600}.FAIL{color:#b3261e;font-weight:600}
            small{color:#667}svg{display:block}
            </style>
            """;

    private HtmlReport() {}

    static void write(Path file, List<Line> lines, boolean quick) throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>Linli bench</h1><p>")
                .append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append(quick ? ", quick" : "")
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors. In the charts the dark line is the bar, the thick line the median, the thin one"
                        + " the range of the repetitions.</p>")
                .append("<table><tr><th>Row<th>What<th>Median<th>Range<th>Unit<th>Held against<th>Bar<th><th>Load<th>");
        lines.forEach(line -> page.append(row(line)));
        page.append("</table></html>\n");
        Files.writeString(file, page);
    }

    private static String row(Line line) {
        boolean beside = line.judged() != null && line.judged() != line.measured();
        String median =
                line.measured() == null ? "" : Numbers.text(line.measured().median());
        String range = line.measured() == null ? "" : Numbers.range(line.measured());
        String against = beside ? Numbers.text(line.judged().median()) + " " + line.judgedAs() : "";
        return "<tr><td>" + (line.row() == 0 ? "" : line.row()) + "<td>" + escaped(line.what())
                + (line.remark().isEmpty() ? "" : "<br><small>" + escaped(line.remark()) + "</small>")
                + "<td class=n>" + median + "<td class=n>" + range + "<td>" + line.unit() + "<td class=n>"
                + escaped(against) + "<td class=n>" + line.bar().words() + "<td class=" + line.verdict() + ">"
                + line.verdict().word() + "<td class=n>"
                + (line.load() == null ? "" : Numbers.range(line.load())) + "<td>" + chart(line) + "\n";
    }

    private static String chart(Line line) {
        double limit = switch (line.bar()) {
            case Bar.AtLeast bar -> bar.limit();
            case Bar.AtMost bar -> bar.limit();
            case Bar.Shown bar -> 0;
        };
        if (line.judged() == null || limit <= 0) {
            return "";
        }
        String color = line.verdict() == Verdict.PASS ? "#2e9e5b" : "#d0453b";
        int middle = HEIGHT / 2;
        return "<svg width=%d height=%d role=img aria-label=\"%s\">".formatted(WIDTH, HEIGHT, escaped(line.what()))
                + stroke(0, x(line.judged().median(), limit), middle, 10, color)
                + stroke(x(line.judged().least(), limit), x(line.judged().most(), limit), middle, 2, "#1c2330")
                + "<line x1=%1$d x2=%1$d y1=0 y2=%2$d stroke=\"#1c2330\" stroke-width=2 />"
                        .formatted((int) (BAR_AT * WIDTH), HEIGHT)
                + "</svg>";
    }

    private static String stroke(int from, int to, int y, int width, String color) {
        return "<line x1=%d x2=%d y1=%d y2=%d stroke=\"%s\" stroke-width=%d />"
                .formatted(from, Math.max(to, from + 1), y, y, color, width);
    }

    private static int x(double value, double limit) {
        return (int) Math.clamp(Math.round(value / limit * BAR_AT * WIDTH), 0, WIDTH);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
