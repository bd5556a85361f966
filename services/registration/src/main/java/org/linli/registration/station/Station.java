package org.linli.registration.station;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.StationState;
import org.linli.contracts.registration.StationState.StationKind;
import org.linli.registration.PublicName;

/** A station (志愿服务站): where people order help and where volunteers are sent from. */
@Entity(name = "Station")
class Station {
    @Id
    private UUID id;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private StationKind kind;

    private String division;

    @Column(name = "division_prefix")
    private String divisionPrefix;

    private double longitude;
    private double latitude;

    @Column(name = "opening_hours")
    private String[] openingHours;

    @Column(name = "service_menu")
    private String[] serviceMenu;

    private String[] coverage;

    @Column(name = "coverage_prefixes")
    private String[] coveragePrefixes;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "opened_by")
    private UUID openedBy;

    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Station() {}

    /**
     * What a station begins with; everything in it was judged by its own rule.
     *
     * @param home where it stands
     */
    record Opening(
            UUID id,
            PublicName name,
            StationKind kind,
            Coverage.Area home,
            Place place,
            List<OpeningHours> week,
            List<ServiceCategory> menu,
            Coverage coverage) {
        Opening {
            week = List.copyOf(week);
            menu = List.copyOf(menu);
        }
    }

    /** Opens a station. */
    static Station open(Opening opening, UUID by, Instant now) {
        Station station = new Station();
        station.id = opening.id();
        station.name = opening.name().value();
        station.nameKey = opening.name().key();
        station.kind = opening.kind();
        station.division = opening.home().code().value();
        station.divisionPrefix = opening.home().prefix();
        station.longitude = opening.place().longitude();
        station.latitude = opening.place().latitude();
        station.openingHours = opening.week().stream().map(OpeningHours::text).toArray(String[]::new);
        station.serviceMenu = opening.menu().stream().distinct().map(Enum::name).toArray(String[]::new);
        station.coverage = opening.coverage().codes().toArray(String[]::new);
        station.coveragePrefixes = opening.coverage().prefixes().toArray(String[]::new);
        station.openedAt = now;
        station.openedBy = by;
        station.sequence = 1;
        return station;
    }

    /** The event of the beginning. */
    RegistrationEvent opened() {
        return new RegistrationEvent.StationOpened(
                new StationState(id, name, kind, division, longitude, latitude, List.of(coverage)));
    }

    UUID id() {
        return id;
    }

    DivisionCode division() {
        return new DivisionCode(division);
    }

    long sequence() {
        return sequence;
    }

    /** Whether it serves people who live in a division. */
    boolean serves(DivisionCode home) {
        return Stream.of(coveragePrefixes).anyMatch(home::isWithin);
    }

    /** The digits of each division it serves. */
    Stream<String> coveragePrefixes() {
        return Stream.of(coveragePrefixes);
    }

    StationView view() {
        return new StationView(
                id,
                name,
                kind,
                division,
                longitude,
                latitude,
                Stream.of(openingHours).map(OpeningHours::read).toList(),
                Stream.of(serviceMenu).map(ServiceCategory::valueOf).toList(),
                List.of(coverage),
                null,
                version);
    }
}
