package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * One figure, once for each repetition.
 *
 * @param values in the order of the repetitions; at least one
 */
record Series(List<Double> values) {
    Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a series has at least one value");
        }
    }

    static Series of(double... values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return new Series(list);
    }

    /** The value in the middle; of an even number the mean of the two in the middle. */
    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** How often the other figure fits into this one, repetition by repetition: what was measured side by side. */
    Series per(Series other) {
        return with(other, (own, measure) -> own / measure);
    }

    /** How much this figure is above the other one, repetition by repetition. */
    Series above(Series other) {
        return with(other, (own, measure) -> own - measure);
    }

    private Series with(Series other, DoubleBinaryOperator operator) {
        if (values.size() != other.values.size()) {
            throw new IllegalArgumentException(
                    values.size() + " repetitions are not held against " + other.values.size());
        }
        List<Double> result = new ArrayList<>();
        for (int index = 0; index < values.size(); index++) {
            result.add(operator.applyAsDouble(values.get(index), other.values.get(index)));
        }
        return new Series(result);
    }
}
