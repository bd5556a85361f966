package org.linli.contracts;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.ProgrammeEvent;
import org.linli.contracts.activity.ProjectEvent;
import org.linli.contracts.activity.SignUpEvent;
import org.linli.contracts.notification.NotificationEvent;
import org.linli.contracts.points.BadgeEvent;
import org.linli.contracts.points.ExpiryEvent;
import org.linli.contracts.points.MerchantEvent;
import org.linli.contracts.points.PointsEvent;
import org.linli.contracts.points.RedemptionEvent;
import org.linli.contracts.points.TransferEvent;
import org.linli.contracts.registration.ErasureEvent;
import org.linli.contracts.registration.GuardianshipEvent;
import org.linli.contracts.registration.PairingEvent;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.StarEvent;

/** Every event type there is, by its CloudEvents {@code type}. */
public final class EventCatalog {
    /** The sealed interfaces, those of one service together; every feature that tells something has one. */
    private static final List<Class<? extends Event>> FEATURES = List.of(
            RegistrationEvent.class, //
            ErasureEvent.class, //
            GuardianshipEvent.class, //
            PairingEvent.class, //
            StarEvent.class, //
            ActivityEvent.class, //
            SignUpEvent.class, //
            ProgrammeEvent.class, //
            ProjectEvent.class, //
            PointsEvent.class, //
            MerchantEvent.class, //
            RedemptionEvent.class, //
            TransferEvent.class, //
            ExpiryEvent.class, //
            BadgeEvent.class, //
            NotificationEvent.class);

    private static final Map<String, Class<? extends Event>> BY_TYPE = read();

    private EventCatalog() {}

    /** The record of a type; empty if nobody here knows it. */
    public static Optional<Class<? extends Event>> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** All types in alphabetical order. */
    public static Collection<String> types() {
        return BY_TYPE.keySet();
    }

    /** The annotation of an event's record. */
    public static EventType typeOf(Class<? extends Event> record) {
        return record.getAnnotation(EventType.class);
    }

    /** Whether the systems of the districts concerned receive events of a type; not if nobody here knows it. */
    public static boolean isForDistricts(String type) {
        return find(type)
                .map(record -> typeOf(record).classification() == DataClassification.DISTRICT)
                .orElse(false);
    }

    private static Map<String, Class<? extends Event>> read() {
        Map<String, Class<? extends Event>> found = new TreeMap<>();
        for (Class<? extends Event> feature : FEATURES) {
            Arrays.stream(feature.getPermittedSubclasses())
                    .map(record -> record.<Event>asSubclass(Event.class))
                    .forEach(record -> found.put(typeOf(record).value(), record));
        }
        return Collections.unmodifiableMap(found);
    }
}
