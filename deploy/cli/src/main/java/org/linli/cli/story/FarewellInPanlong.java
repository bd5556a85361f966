package org.linli.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.MyDataCommand;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;
import org.linli.cli.Workplace;

/**
 * Somebody goes and is to be forgotten (个人信息删除): the volunteer who declined reads what is held and who looked at it,
 * asks to be erased and confirms. Afterwards nothing is left of them in any service, and every figure is still right.
 */
final class FarewellInPanlong {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Workplace workplace;
    private final Cast cast;
    private final Chronicle chronicle;

    FarewellInPanlong(Workplace workplace, Cast cast, Chronicle chronicle) {
        this.workplace = workplace;
        this.cast = cast;
        this.chronicle = chronicle;
    }

    void play() {
        Player who = cast.first();
        // name, document and phone; the address is that of residents
        List<String> personal = cast.papers().get(1).personal().subList(0, 3);
        chronicle.step(
                cast.station(),
                "reads a volunteer's file in full, and says why",
                () -> cast.station()
                        .api()
                        .post("/api/v1/volunteers/" + who.id() + "/revelation", Map.of("reason", "核对保险")));
        Answer accesses = chronicle.step(
                who,
                "reads who looked at the file",
                () -> who.api().get("/api/v1/personal-data/registration/accesses"));
        chronicle.check(
                "Why the station looked",
                "核对保险",
                accesses.body().path("items").path(0).path("reason").asText());
        Answer own =
                chronicle.step(who, "reads what is held", () -> who.api().get("/api/v1/personal-data/registration"));
        chronicle.check(
                "The own papers in it",
                true,
                personal.stream().allMatch(own.body().toString()::contains));
        String demand = chronicle
                .step(who, "asks to be erased", () -> who.api().post("/api/v1/erasures", Map.of()))
                .text("id");
        chronicle.step(who, "confirms it", () -> who.api().post("/api/v1/erasures/" + demand + "/confirmation", null));
        nothingIsLeft(who, personal);
        figuresAreRight();
    }

    private void nothingIsLeft(Player who, List<String> personal) {
        chronicle.becomes(who.name(), "is known to no service any more", () -> {
            if (!Waiting.until(() -> isForgotten(who, personal), PATIENCE, PAUSE)) {
                throw new Refusal("Something of an erased volunteer is still there.");
            }
        });
        Answer gone = cast.station().api().get("/api/v1/volunteers/" + who.id());
        chronicle.check("The file of the erased volunteer", "not-found", gone.code());
    }

    private static boolean isForgotten(Player who, List<String> personal) {
        return MyDataCommand.SERVICES.stream()
                .map(service -> MyDataCommand.of(who.api(), service, null).toString())
                .allMatch(held -> !held.contains(who.id()) && personal.stream().noneMatch(held::contains));
    }

    private void figuresAreRight() {
        GatewayClient operator = workplace.gatewayAs("operator");
        for (String service : List.of("registration", "activity")) {
            JsonNode recount = operator.post(
                            "/api/v1/operations/" + service + "/statistics/recount", Map.of("repair", false))
                    .expect(200)
                    .body();
            chronicle.check(
                    "The figures of " + service, true, recount.path("sound").asBoolean());
        }
    }
}
