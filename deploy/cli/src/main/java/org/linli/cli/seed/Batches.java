package org.linli.cli.seed;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Cuts lists that come one after the other into batches of one size, numbered from 0; the last may be smaller. Holds no
 * more than one list and one batch.
 */
final class Batches<T> implements Iterator<Batches.Batch<T>> {
    private final Iterator<List<T>> lists;
    private final int size;
    private Iterator<T> open = List.<T>of().iterator();
    private int next;

    Batches(Iterator<List<T>> lists, int size) {
        this.lists = lists;
        this.size = size;
    }

    /** Some of them, and the how manieth batch it is. */
    record Batch<T>(int number, List<T> items) {}

    @Override
    public boolean hasNext() {
        while (!open.hasNext() && lists.hasNext()) {
            open = lists.next().iterator();
        }
        return open.hasNext();
    }

    @Override
    public Batch<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<T> items = new ArrayList<>(size);
        while (items.size() < size && hasNext()) {
            items.add(open.next());
        }
        return new Batch<>(next++, items);
    }
}
