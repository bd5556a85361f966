package org.linli.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the things, in order
 * @param next cursor of the next page for the parameter {@code after}; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from one row more than was asked for: the extra row tells that there is a next page.
     *
     * @param found at most {@code limit + 1} rows
     * @param key what the next page continues behind
     */
    public static <R, T> Page<T> of(
            List<R> found, int limit, Function<? super R, String> key, Function<? super R, ? extends T> view) {
        boolean more = found.size() > limit;
        List<R> shown = more ? found.subList(0, limit) : found;
        String next = more ? Paging.cursor(key.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().<T>map(view::apply).toList(), next);
    }
}
