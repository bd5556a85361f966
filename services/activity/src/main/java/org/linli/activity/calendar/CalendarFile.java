package org.linli.activity.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.linli.activity.session.Commitments.Commitment;

/** Writes sessions as a calendar of RFC 5545, with how often to look again (RFC 7986). */
final class CalendarFile {
    private static final String PRODUCT = "-//Linli//Sessions//ZH";
    private static final String NAME = "邻里志愿服务";
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private CalendarFile() {}

    static String of(List<Commitment> commitments, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", NAME));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), LOOK_AGAIN));
        commitments.forEach(commitment -> calendar.add(event(commitment, now)));
        return calendar.toString();
    }

    private static VEvent event(Commitment commitment, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(commitment.sessionId() + "@linli"));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(commitment.time().startsAt()));
        event.add(new DtEnd<>(commitment.time().endsAt()));
        event.add(new Sequence((int) commitment.changes()));
        event.add(new Summary(commitment.title()));
        event.add(new Location(commitment.address()));
        event.add(new Geo(commitment.latitude() + ";" + commitment.longitude()));
        event.add(new Status(
                switch (commitment.standing()) {
                    case FIRM -> Status.VALUE_CONFIRMED;
                    case OPEN -> Status.VALUE_TENTATIVE;
                    case OFF -> Status.VALUE_CANCELLED;
                }));
        return event;
    }
}
