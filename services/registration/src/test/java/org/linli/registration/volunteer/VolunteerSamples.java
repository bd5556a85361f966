package org.linli.registration.volunteer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.Calls;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls of the volunteers that succeed. */
public final class VolunteerSamples implements FeatureSamples {
    private static final String VOLUNTEERS = "/api/v1/volunteers";
    private static final Map<String, String> REASON = Map.of("reason", "as agreed");

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.tokenOf(Role.STATION_COORDINATOR, district.street());
        Map<String, Supplier<Sample>> samples = new HashMap<>(acts(district, token));
        samples.put("GET " + VOLUNTEERS + "/{id}", () -> Sample.of(path(pending(district), ""), token));
        return samples;
    }

    private static Map<String, Supplier<Sample>> acts(District district, String token) {
        return Map.of(
                "POST " + VOLUNTEERS,
                        () -> Sample.of(
                                VOLUNTEERS,
                                district.registration(),
                                district.somebody().token()),
                "GET " + VOLUNTEERS, () -> Sample.of(VOLUNTEERS, token),
                "POST " + VOLUNTEERS + "/searches",
                        () -> Sample.of(VOLUNTEERS + "/searches", Map.of("name", "张三", "phone", "13800000000"), token),
                "POST " + VOLUNTEERS + "/{id}/verification",
                        () -> Sample.of(path(pending(district), "/verification"), token),
                "POST " + VOLUNTEERS + "/{id}/rejection",
                        () -> Sample.of(path(pending(district), "/rejection"), REASON, token),
                "POST " + VOLUNTEERS + "/{id}/suspension",
                        () -> Sample.of(path(verified(district), "/suspension"), REASON, token),
                "POST " + VOLUNTEERS + "/{id}/reinstatement",
                        () -> Sample.of(path(suspended(district, token), "/reinstatement"), token),
                "POST " + VOLUNTEERS + "/{id}/withdrawal",
                        () -> Sample.of(path(verified(district), "/withdrawal"), token),
                "POST " + VOLUNTEERS + "/{id}/revelation",
                        () -> Sample.of(path(pending(district), "/revelation"), REASON, token),
                "GET " + VOLUNTEERS + "/{id}/revelations",
                        () -> Sample.of(path(pending(district), "/revelations"), token));
    }

    @Override
    public Set<String> openToForeigners() {
        return Set.of(
                // one registers oneself
                "POST " + VOLUNTEERS,
                // these answer only what lies in the caller's own scope
                "GET " + VOLUNTEERS,
                "POST " + VOLUNTEERS + "/searches");
    }

    @Override
    public Set<String> withoutKey() {
        return Set.of(
                // a reading: each is on record by itself, and its answer must not be kept in plain text
                "POST " + VOLUNTEERS + "/{id}/revelation",
                // a list that is asked for with personal data
                "POST " + VOLUNTEERS + "/searches");
    }

    private static String path(UUID id, String act) {
        return VOLUNTEERS + "/" + id + act;
    }

    private static UUID pending(District district) {
        return district.pendingVolunteer().id();
    }

    private static UUID verified(District district) {
        return district.verifiedVolunteer().id();
    }

    private static UUID suspended(District district, String token) {
        UUID id = verified(district);
        Calls.by(token).post("volunteers/" + id + "/suspension", REASON).then().statusCode(200);
        return id;
    }
}
