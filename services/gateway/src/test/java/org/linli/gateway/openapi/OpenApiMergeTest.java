package org.linli.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.gateway.route.Service;

@DisplayName("One OpenAPI out of several")
class OpenApiMergeTest {

    @Test
    @DisplayName("equal components are shared, different ones and whatever refers to them are kept apart")
    void componentsThatDifferAreKeptApart() throws Exception {
        ObjectNode merged = merge(
                document(
                        "requests",
                        "{'Leaf':{'type':'string'},'List':{'items':{'$ref':'#/components/schemas/Leaf'}},"
                                + "'Problem':{'type':'object'}}"),
                document(
                        "passbooks",
                        "{'Leaf':{'type':'integer'},'List':{'items':{'$ref':'#/components/schemas/Leaf'}},"
                                + "'Problem':{'type':'object'}}"));

        assertThat(merged.path("components").path("schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Activity.Leaf", "Activity.List", "Points.Leaf", "Points.List", "Problem");
        assertThat(merged.at("/components/schemas/Points.List/items/$ref").asText())
                .isEqualTo("#/components/schemas/Points.Leaf");
        assertThat(merged.at("/paths/~1api~1v1~1passbooks/get/responses/200/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Points.List");
    }

    @Test
    @DisplayName("the same operation id in two services stays unique, and their own security and servers are gone")
    void operationsAreUniqueAndOurs() throws Exception {
        ObjectNode merged = merge(document("requests", "{}"), document("passbooks", "{}"));

        assertThat(merged.at("/paths/~1api~1v1~1requests/get/operationId").asText())
                .isEqualTo("list");
        assertThat(merged.at("/paths/~1api~1v1~1passbooks/get/operationId").asText())
                .isEqualTo("points_list");
        assertThat(merged.at("/paths/~1api~1v1~1requests/get").has("security")).isFalse();
        assertThat(merged.at("/paths/~1api~1v1~1requests").has("servers")).isFalse();
        assertThat(merged.at("/security/0/bearer").isArray()).isTrue();
    }

    @Test
    @DisplayName("a path that the gateway would not send to that service is left out")
    void foreignPathsAreLeftOut() throws Exception {
        ObjectNode merged = merge(document("passbooks", "{}"), document("requests", "{}"));

        assertThat(merged.path("paths")).isEmpty();
    }

    private static ObjectNode merge(ObjectNode activity, ObjectNode points) {
        return OpenApiMerge.merge(new EnumMap<>(Map.of(Service.ACTIVITY, activity, Service.POINTS, points)));
    }

    private static ObjectNode document(String resource, String schemas) throws Exception {
        String text = "{'openapi':'3.1.0','paths':{'/api/v1/" + resource
                + "':{'servers':[],'get':{'operationId':'list',"
                + "'security':[{'oidc':[]}],'responses':{'200':{'$ref':'#/components/schemas/List'}}}},'/q/x':{}},"
                + "'components':{'schemas':" + schemas + ",'securitySchemes':{'oidc':{'type':'openIdConnect'}}}}";
        return new ObjectMapper().readValue(text.replace('\'', '"'), ObjectNode.class);
    }
}
