package org.linli.registration.star;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about stars that succeed. */
public final class StarSamples implements FeatureSamples {
    private static final String STARS = "/api/v1/star-ratings";
    private static final Map<String, String> REASON = Map.of("reason", "as agreed");

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code());
        return Map.of(
                "GET " + STARS, () -> Sample.of(STARS + "?division=" + district.street(), token),
                "GET " + STARS + "/{volunteerId}", () -> Sample.of(path(Starred.fresh(district), ""), token),
                "GET " + STARS + "/{volunteerId}/history",
                        () -> Sample.of(path(Starred.fresh(district), "/history"), token),
                "POST " + STARS + "/{volunteerId}/downgrade",
                        () -> Sample.of(
                                path(Starred.awarded(district), "/downgrade"),
                                Map.of("stars", 0, "reason", "as agreed"),
                                token),
                "POST " + STARS + "/{volunteerId}/selection", () -> selection(Starred.fresh(district), token),
                "POST " + STARS + "/{volunteerId}/objections",
                        () -> Sample.of(
                                path(Starred.onDisplay(district), "/objections"),
                                REASON,
                                district.somebody().token()),
                "GET " + STARS + "/{volunteerId}/objections",
                        () -> Sample.of(path(Starred.fresh(district), "/objections"), token),
                "POST " + STARS + "/{volunteerId}/objections/{objectionId}/decision",
                        () -> decision(Starred.onDisplay(district), token));
    }

    @Override
    public Set<String> openToForeigners() {
        return Set.of(
                // what is on display is there for everybody, and everybody may object to it
                "GET " + STARS, "POST " + STARS + "/{volunteerId}/objections");
    }

    /** The fourth star by hours counts, and the hours for the fifth are there. */
    private static Sample selection(Starred starred, String token) {
        starred.serve(1500);
        starred.awaitStars(0, 4);
        starred.endDisplay();
        starred.awaitStars(4, 0);
        return Sample.of(path(starred, "/selection"), REASON, token);
    }

    private static Sample decision(Starred starred, String token) {
        return Sample.of(
                path(starred, "/objections/" + starred.object(starred.district().somebody()) + "/decision"),
                Map.of("upheld", true, "reason", "as agreed"),
                token);
    }

    private static String path(Starred starred, String below) {
        return "/api/v1/" + starred.path(below);
    }
}
