package org.linli.kit.dead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of a record that nobody could consume")
class MaskingTest {
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    private static Masking.Shown shown(String data) {
        return Masking.of(Map.of(), data.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("fields that events may carry are shown if they hold ids, codes, times, places or counts")
    void fieldsThatEventsMayCarryAreShown() {
        String data = """
                {"recordId":"%s","status":"IN_SERVICE","startedAt":"2026-01-02T03:04:05.678Z",
                 "serviceDate":"2026-01-02","division":"530103005005","minutes":90,
                 "risky":false,"latitude":25.05,"takenBy":null,
                 "skills":["FIRST_AID","driving"]}""".formatted(ID).replace("\n", "");
        assertThat(shown(data).data())
                .hasToString(data.replace(", ", ",").replace("  ", "").replace(" \"", "\""));
        assertThat(shown(data).masked()).isZero();
    }

    @Test
    @DisplayName("fields that events may not carry are there and say nothing")
    void fieldsThatEventsMayNotCarrySayNothing() {
        Masking.Shown shown = shown("{\"realName\":\"A\",\"volunteer\":{\"phone\":5,\"volunteerId\":\"" + ID + "\"}}");
        assertThat(shown.data())
                .hasToString("{\"realName\":\"•••\",\"volunteer\":{\"phone\":\"•••\",\"volunteerId\":\"" + ID + "\"}}");
        assertThat(shown.masked()).isEqualTo(2);
    }

    @Test
    @DisplayName("names of fields that are no names of fields are hidden too")
    void oddNamesAreHidden() {
        assertThat(shown("{\"王小明\":1,\"13800138000\":2}").data().toString()).doesNotContain("王小明", "13800138000");
        assertThat(shown("{\"王小明\":1,\"李四\":2}").data().size()).isEqualTo(2);
    }

    @Test
    @DisplayName("what has the form of a name, a phone or a document number is hidden wherever it stands")
    void whatMayBePersonalIsHidden() {
        for (String value : new String[] {
            "\"王小明\"",
            "\"13800138000\"",
            "13800138000",
            "\"53010319900101123X\"",
            "\"530103900101123\"",
            "\"530103199001011234\"",
            "530103199001011234",
            "\"a@example.org\"",
            "\"Wang Xiaoming\""
        }) {
            assertThat(shown("{\"status\":" + value + "}").data()).as(value).hasToString("{\"status\":\"•••\"}");
            assertThat(shown("{\"skills\":[" + value + "]}").data()).as(value).hasToString("{\"skills\":[\"•••\"]}");
        }
    }

    @Test
    @DisplayName("nothing is shown if it is no JSON object, or too large to look at")
    void nothingIsShownOfAnythingElse() {
        assertThat(shown("\"王小明\"").data()).isNull();
        assertThat(shown("[1]").data()).isNull();
        assertThat(shown("{\"a\":").data()).isNull();
        assertThat(shown("").data()).isNull();
        assertThat(shown("{\"status\":\"" + "A".repeat(70_000) + "\"}").data()).isNull();
    }

    @Test
    @DisplayName("attributes are shown if they have their form, other headers are counted")
    void attributesAreShown() {
        Map<String, String> headers = new HashMap<>(Map.of(
                "ce_id", ID,
                "ce_type", "linli.activity.request.started.v1",
                "ce_source", "/linli/activity",
                "ce_specversion", "1.0",
                "ce_subject", "王小明",
                "ce_districts", "530103,530111",
                "ce_traceparent", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01",
                "content-type", "application/json",
                "owner", "王小明"));
        headers.put("ce_sequence", null);
        Masking.Shown shown = Masking.of(headers, new byte[0]);
        assertThat(shown.attributes())
                .containsEntry("ce_id", ID)
                .containsEntry("ce_type", "linli.activity.request.started.v1")
                .containsEntry("ce_subject", "•••")
                .containsEntry("ce_districts", "530103,530111")
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_sequence", null)
                .doesNotContainKey("owner");
        assertThat(shown.masked()).isEqualTo(2);
        assertThat(Masking.key("王小明")).isEqualTo("•••");
        assertThat(Masking.key(ID)).isEqualTo(ID);
        assertThat(Masking.key(null)).isNull();
    }
}
