package org.linli.bench;

import java.util.ArrayList;
import java.util.List;

/** The table as text. */
final class Table {
    private static final List<String> HEADING =
            List.of("ROW", "WHAT", "MEDIAN", "RANGE", "UNIT", "JUDGED", "AS", "BAR", "", "LOAD");

    private Table() {}

    static String of(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        lines.forEach(line -> rows.add(cells(line)));
        int[] widths = new int[HEADING.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < rows.size(); index++) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = rows.get(index).get(column);
                row.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            String remark = index == 0 ? "" : lines.get(index - 1).remark();
            text.append(row.append(remark).toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(Line line) {
        boolean beside = line.judged() != null && line.judged() != line.measured();
        return List.of(
                line.row() == 0 ? "" : Integer.toString(line.row()),
                line.what(),
                line.measured() == null ? "" : Numbers.text(line.measured().median()),
                line.measured() == null ? "" : Numbers.range(line.measured()),
                line.unit(),
                beside ? Numbers.text(line.judged().median()) : "",
                beside ? line.judgedAs() : "",
                line.bar().words(),
                line.verdict().word(),
                line.load() == null ? "" : Numbers.range(line.load()));
    }
}
