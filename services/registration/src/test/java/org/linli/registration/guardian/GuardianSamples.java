package org.linli.registration.guardian;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.registration.District;
import org.linli.registration.FeatureSamples;

/** Calls about guardians that succeed. */
public final class GuardianSamples implements FeatureSamples {
    private static final String GUARDIANS = "/api/v1/volunteers/{id}/guardians";
    private static final int AGE = 16;

    @Override
    public Map<String, Supplier<Sample>> samples(District district) {
        String token = district.tokenOf(Role.STATION_COORDINATOR, district.street());
        return Map.of(
                "POST " + GUARDIANS,
                () -> Sample.of(
                        "/api/v1/volunteers/"
                                + district.pendingVolunteer(Family.aged(AGE)).id() + "/guardians",
                        Family.guardian(),
                        token),
                "GET " + GUARDIANS,
                () -> Sample.of(volunteer(Family.named(district, AGE), "/guardians"), token),
                "POST " + GUARDIANS + "/{guardianId}/sign-in-code",
                () -> Sample.of(path(Family.named(district, AGE), "/sign-in-code"), token),
                "POST " + GUARDIANS + "/{guardianId}/sign-in-link",
                () -> redemption(Family.named(district, AGE)),
                "POST " + GUARDIANS + "/{guardianId}/consents",
                () -> consent(Family.confirmed(district, AGE)),
                "POST " + GUARDIANS + "/{guardianId}/consent-withdrawal",
                () -> withdrawal(Family.confirmed(district, AGE).consent("SERVICE")),
                "POST " + GUARDIANS + "/{guardianId}/end",
                () -> Sample.of(path(Family.confirmed(district, AGE), "/end"), Map.of("reason", "as agreed"), token),
                "GET " + GUARDIANS + "/consents",
                () -> Sample.of(volunteer(Family.named(district, AGE), "/guardians/consents"), token),
                "GET /api/v1/wards",
                () -> Sample.of("/api/v1/wards", token));
    }

    @Override
    public Set<String> openToForeigners() {
        return Set.of(
                // the code is the right to it, whoever brings it
                "POST " + GUARDIANS + "/{guardianId}/sign-in-link",
                // answers only one's own wards
                "GET /api/v1/wards");
    }

    @Override
    public Set<String> withoutKey() {
        return Set.of(
                // a repetition gives a new code and voids the one before: no code may lie readable among stored answers
                "POST " + GUARDIANS + "/{guardianId}/sign-in-code",
                // a wrong try counts although it is refused, and once linked the same caller gets the same answer
                "POST " + GUARDIANS + "/{guardianId}/sign-in-link");
    }

    private static Sample redemption(Family family) {
        return Sample.of(
                path(family, "/sign-in-link"),
                Map.of("code", family.code()),
                family.parent().token());
    }

    private static Sample consent(Family family) {
        return Sample.of(
                path(family, "/consents"),
                Map.of("kind", "SERVICE", "statement", "service-2026-1"),
                family.parent().token());
    }

    private static Sample withdrawal(Family family) {
        return Sample.of(path(family, "/consent-withdrawal"), family.parent().token());
    }

    private static String path(Family family, String below) {
        return "/api/v1/" + family.path(below);
    }

    private static String volunteer(Family family, String below) {
        return "/api/v1/" + family.volunteer(below);
    }
}
