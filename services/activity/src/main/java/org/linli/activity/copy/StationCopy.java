package org.linli.activity.copy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;

/** A station (志愿服务站) as activity knows one. */
@Entity
@Immutable
@Table(name = "station_copy")
public class StationCopy {
    @Id
    @Column(name = "station_id")
    private UUID stationId;

    private String name;

    private String division;

    private double longitude;

    private double latitude;

    private String[] coverage;

    protected StationCopy() {}

    /** The station. */
    public UUID stationId() {
        return stationId;
    }

    /** Its public name. */
    public String name() {
        return name;
    }

    /** Where it stands. */
    public DivisionCode division() {
        return new DivisionCode(division);
    }

    /** WGS84 degrees. */
    public double longitude() {
        return longitude;
    }

    /** WGS84 degrees. */
    public double latitude() {
        return latitude;
    }

    /** Whether a community is the station's own or lies in one of the divisions it serves. */
    public boolean serves(DivisionCode community) {
        return community.value().equals(division) || Arrays.stream(coverage).anyMatch(lineOf(community)::contains);
    }

    /** The codes of a division and of everything above it: the digits of each level, filled up with zeros. */
    private static List<String> lineOf(DivisionCode code) {
        return Arrays.stream(DivisionLevel.values())
                .filter(level -> level.digits() <= code.value().length())
                .map(level -> level.prefixOf(code.value()))
                .map(prefix -> prefix.length() < 12 ? prefix + "0".repeat(12 - prefix.length()) : prefix)
                .toList();
    }
}
