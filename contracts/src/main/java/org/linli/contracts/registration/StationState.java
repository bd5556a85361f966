package org.linli.contracts.registration;

import java.util.List;
import java.util.UUID;

/**
 * A station (志愿服务站) as it stands.
 *
 * @param stationId the station
 * @param stationName public name
 * @param kind what kind of station
 * @param division where it stands, 12 digits
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 * @param coverage codes of the divisions it serves
 */
public record StationState(
        UUID stationId,
        String stationName,
        StationKind kind,
        String division,
        double longitude,
        double latitude,
        List<String> coverage) {

    /** 中心, 所, 站, 点. */
    public enum StationKind {
        CENTRE,
        INSTITUTE,
        STATION,
        SERVICE_POINT
    }

    public StationState {
        coverage = coverage == null ? List.of() : List.copyOf(coverage);
    }
}
