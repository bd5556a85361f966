package org.linli.activity;

import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.linli.activity.bulk.BulkSamples;
import org.linli.activity.checkin.CheckInSamples;
import org.linli.activity.programme.ProgrammeSamples;
import org.linli.activity.project.ProjectSamples;
import org.linli.activity.record.RecordSamples;
import org.linli.activity.request.RequestSamples;
import org.linli.activity.session.SessionSamples;
import org.linli.activity.signup.SignUpSamples;
import org.linli.activity.statistics.StatisticsSamples;
import org.linli.contracts.Role;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.PersonalDataSamples;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;

/** Calls that succeed, one for each operation of activity; each feature contributes its own. */
final class Samples {
    private Samples() {}

    static Map<String, Supplier<Sample>> of(Surroundings surroundings) {
        Map<String, Supplier<Sample>> all = new LinkedHashMap<>(new RequestSamples(surroundings).all());
        LinliClock clock = CDI.current().select(LinliClock.class).get();
        all.putAll(new CheckInSamples(surroundings, clock).all());
        all.putAll(new RecordSamples(surroundings, clock).all());
        all.putAll(new SignUpSamples(surroundings, clock).all());
        all.putAll(new BulkSamples(surroundings).all());
        all.putAll(new ProgrammeSamples(surroundings).all());
        all.putAll(new ProjectSamples(surroundings).all());
        all.putAll(new SessionSamples(surroundings, clock).all());
        all.putAll(new StatisticsSamples(surroundings).all());
        Neighbourhood here = new Neighbourhood(surroundings);
        Supplier<String> operator =
                () -> here.holder(Role.PLATFORM_OPERATOR, "").token();
        all.putAll(new PersonalDataSamples(surroundings, "activity", operator).all());
        all.putAll(new DeadLetterSamples(surroundings, "activity", operator).all());
        return all;
    }
}
