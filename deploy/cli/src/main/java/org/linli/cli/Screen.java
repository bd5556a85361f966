package org.linli.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;

/** What a command says. On a terminal it may draw; piped it is plain lines. */
public record Screen(PrintStream out, PrintStream error, boolean terminal) {
    /** Standard output and error of this process. */
    public static Screen standard() {
        Console console = System.console();
        return new Screen(System.out, System.err, console != null && console.isTerminal());
    }

    /** One line. */
    public void line(String text) {
        out.println(text);
    }

    /** Rows in columns as wide as their widest cell; the first row is the heading. */
    public void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
