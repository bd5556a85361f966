package org.linli.cli.fault;

import java.util.Map;
import org.linli.cli.Answer;
import org.linli.cli.story.DemoDistrict;

/** Coming and going by the code that an official shows. */
final class RotatingCode {
    private RotatingCode() {}

    /**
     * Scans what the official shows. A code that has run out while the city was away is no failure: the next one is
     * scanned.
     *
     * @param service the order or the session
     * @param path where the code is sent to
     */
    static Answer scan(Person official, Person volunteer, String service, String path) {
        long end = System.nanoTime() + PatientClient.PATIENCE.toNanos();
        while (true) {
            String code = official.api()
                    .get("/api/v1/check-ins/codes/" + service)
                    .expectSuccess()
                    .text("code");
            Answer answer = volunteer
                    .api()
                    .post(
                            path,
                            Map.of(
                                    "code", code,
                                    "longitude", DemoDistrict.LONGITUDE,
                                    "latitude", DemoDistrict.LATITUDE));
            if (!answer.code().equals("code-expired") || System.nanoTime() > end) {
                return answer;
            }
        }
    }
}
