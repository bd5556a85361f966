package org.linli.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final int MANY = 2_000;

    private JsonNode document;

    @BeforeEach
    void anOpenApi() throws Exception {
        document = new JsonMapper().readTree("""
                {"paths": {"/api/v1/things/{id}/parts": {
                  "get": {"parameters": [{"name": "after", "in": "query"}],
                          "responses": {"200": {"content": {"text/event-stream": {}}}}},
                  "post": {"parameters": [{"name": "id", "in": "path"}, {"name": "limit", "in": "query"}],
                           "requestBody": {"content": {"application/json":
                               {"schema": {"$ref": "#/components/schemas/Part"}}}},
                           "responses": {"201": {}}}}},
                 "components": {"schemas": {"Part": {"type": "object", "required": ["name", "weight"],
                   "properties": {"name": {"type": "string"}, "weight": {"type": "integer", "minimum": 3},
                     "kind": {"enum": ["A", "B"]}, "inner": {"$ref": "#/components/schemas/Part"}}}}}}
                """);
    }

    @Test
    void operations_whose_answers_do_not_end_are_left_out() {
        assertThat(Operation.of(document)).extracting(Operation::key).containsExactly("POST /api/v1/things/{id}/parts");
    }

    @Test
    void the_same_seed_makes_up_the_same_requests() {
        assertThat(told(7)).isEqualTo(told(7)).isNotEqualTo(told(8));
    }

    @Test
    void every_request_can_be_sent_and_no_placeholder_is_left() {
        assertThat(wishes(3))
                .allSatisfy(wish -> assertThat(
                                URI.create("http://127.0.0.1" + wish.target()).getRawPath())
                        .startsWith("/api/v1/things/")
                        .doesNotContain("{id}"));
    }

    @Test
    void some_requests_are_of_the_right_form_and_some_use_what_the_city_told() throws Exception {
        Harvest harvest = new Harvest();
        harvest.keep("/api/v1/things", new JsonMapper().readTree("{\"items\":[{\"id\":\"known-thing\"}]}"));
        Wishes wishes = new Wishes(document, harvest, new Random(5));
        Operation operation = Operation.of(document).getFirst();
        List<Wish> made =
                Stream.generate(() -> wishes.next(operation)).limit(MANY).toList();
        assertThat(made).anyMatch(wish -> wish.target().contains("known-thing"));
        assertThat(made).anyMatch(wish -> wish.body() != null && new String(wish.body()).contains("\"weight\":"));
        assertThat(made).anyMatch(wish -> wish.target().contains("%00"));
    }

    private List<String> told(long seed) {
        return wishes(seed).stream().map(Wish::told).toList();
    }

    private List<Wish> wishes(long seed) {
        Wishes wishes = new Wishes(document, new Harvest(), new Random(seed));
        Operation operation = Operation.of(document).getFirst();
        return Stream.generate(() -> wishes.next(operation)).limit(MANY).toList();
    }
}
