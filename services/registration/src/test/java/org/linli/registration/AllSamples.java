package org.linli.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.registration.apikey.ApiKeySamples;
import org.linli.registration.dead.DeadSamples;
import org.linli.registration.division.DivisionSamples;
import org.linli.registration.erasure.ErasureSamples;
import org.linli.registration.grant.RoleGrantSamples;
import org.linli.registration.guardian.GuardianSamples;
import org.linli.registration.me.MeSamples;
import org.linli.registration.pairing.PairingSamples;
import org.linli.registration.recipient.RecipientSamples;
import org.linli.registration.star.StarSamples;
import org.linli.registration.station.StationSamples;
import org.linli.registration.statistics.StatisticsSamples;
import org.linli.registration.team.TeamSamples;
import org.linli.registration.volunteer.ImportSamples;
import org.linli.registration.volunteer.VolunteerSamples;

/** The samples of all features; a new feature adds itself here. */
final class AllSamples {
    private static final List<FeatureSamples> FEATURES = List.of(
            new DivisionSamples(),
            new VolunteerSamples(),
            new ImportSamples(),
            new StatisticsSamples(),
            new TeamSamples(),
            new StationSamples(),
            new RecipientSamples(),
            new GuardianSamples(),
            new PairingSamples(),
            new StarSamples(),
            new RoleGrantSamples(),
            new ErasureSamples(),
            new DeadSamples(),
            new ApiKeySamples(),
            new MeSamples());

    private District district;

    Map<String, Supplier<Sample>> in(Surroundings surroundings) {
        if (district == null) {
            district = District.fresh(surroundings);
        }
        Map<String, Supplier<Sample>> samples = new HashMap<>();
        FEATURES.forEach(feature -> samples.putAll(feature.samples(district)));
        return samples;
    }

    static Set<String> openToForeigners() {
        return united(FeatureSamples::openToForeigners);
    }

    static Set<String> withoutKey() {
        return united(FeatureSamples::withoutKey);
    }

    private static Set<String> united(Function<FeatureSamples, Set<String>> part) {
        return FEATURES.stream()
                .flatMap(feature -> part.apply(feature).stream())
                .collect(Collectors.toSet());
    }
}
