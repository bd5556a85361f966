package org.linli.cli.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.linli.cli.Answer;
import org.linli.cli.Refusal;
import org.linli.cli.Screen;

/** Writes down what happened, how long the answer took and how long each message took to arrive. */
final class Chronicle {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Double> arrivals = new ArrayList<>();
    private String current = "before the first step";
    private int number;

    Chronicle() {
        rows.add(List.of("#", "WHO", "WHAT HAPPENED", "ANSWER", "ARRIVED IN THE INBOX OF (ms)"));
    }

    /** Who hears of it, and by which message. */
    record Hears(Player who, String kind) {}

    static Hears hears(Player who, String kind) {
        return new Hears(who, kind);
    }

    /** Plays one step: somebody acts, the answer must be a success, and everybody concerned must hear of it. */
    Answer step(Player who, String what, Supplier<Answer> act, Hears... concerned) {
        current = who.name() + ": " + what;
        number++;
        long begin = System.nanoTime();
        Answer answer = act.get().expectSuccess();
        long answered = System.nanoTime();
        List<String> arrived = new ArrayList<>();
        for (Hears one : concerned) {
            Listener.Heard heard = one.who().inbox().await(one.who().name(), one.kind(), begin);
            // a message may overtake the answer on its way back: then it took no time at all
            double milliseconds = Math.max(0, heard.nanos() - answered) / 1e6;
            arrivals.add(milliseconds);
            arrived.add(one.who().name() + " " + whole(milliseconds));
        }
        rows.add(List.of(
                Integer.toString(number),
                who.name(),
                what,
                whole((answered - begin) / 1e6) + " ms",
                String.join(", ", arrived)));
        return answer;
    }

    /** Plays one step that is no call: something must become true. */
    void becomes(String who, String what, Runnable wait) {
        current = who + ": " + what;
        number++;
        long begin = System.nanoTime();
        wait.run();
        rows.add(List.of(Integer.toString(number), who, what, whole((System.nanoTime() - begin) / 1e6) + " ms", ""));
    }

    /** Adds a remark to the last step. */
    void remark(String text) {
        List<String> last = new ArrayList<>(rows.removeLast());
        last.set(last.size() - 1, text);
        rows.add(last);
    }

    /** Something must be so; names the step if it is not. */
    void check(String what, Object expected, Object found) {
        if (!String.valueOf(expected).equals(String.valueOf(found))) {
            throw new Refusal(what + " is " + found + " instead of " + expected + ".");
        }
    }

    /** The step that is being played. */
    String current() {
        return current;
    }

    void print(Screen screen) {
        screen.table(rows);
        if (!arrivals.isEmpty()) {
            List<Double> sorted = arrivals.stream().sorted().toList();
            screen.line("");
            screen.line("  " + arrivals.size() + " messages arrived live: median "
                    + whole(sorted.get(sorted.size() / 2)) + " ms, slowest " + whole(sorted.getLast()) + " ms.");
        }
    }

    private static String whole(double milliseconds) {
        return String.format(Locale.ROOT, "%.0f", milliseconds);
    }
}
