package org.linli.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;
import org.linli.kit.http.KitRefusal;
import org.linli.notification.feed.FeedQuestion.Asked;

@DisplayName("Whoever asks for a feed")
class FeedQuestionTest {
    private static final Caller SYSTEM = holding(Role.DISTRICT_SYSTEM, "370215");

    @Test
    @DisplayName("gets that of their district, without naming it")
    void getsTheirOwn() {
        assertThat(done(SYSTEM, new Asked(null, null, null))).isEqualTo(new FeedQuestion("370215", null, List.of()));
        assertThat(done(SYSTEM, new Asked("370215", null, null)).district()).isEqualTo("370215");
    }

    @Test
    @DisplayName("is refused that of another, whether by name or by cursor")
    void isRefusedAnothers() {
        assertThat(refused(SYSTEM, new Asked("370214", null, null)).refusal()).isEqualTo(KitRefusal.FORBIDDEN);
        String others = new FeedCursor("370214", 5).text();
        assertThat(refused(SYSTEM, new Asked(null, others, null)).refusal()).isEqualTo(KitRefusal.FORBIDDEN);
    }

    @Test
    @DisplayName("is refused with any other role, and with one for less than a district")
    void isRefusedWithAnotherRole() {
        Asked asked = new Asked("370215", null, null);
        for (Role role : Role.values()) {
            if (role != Role.DISTRICT_SYSTEM) {
                assertThat(refused(holding(role, "370215"), asked).refusal())
                        .as(role.name())
                        .isEqualTo(KitRefusal.FORBIDDEN);
            }
        }
        Caller street = holding(Role.DISTRICT_SYSTEM, "370215010");
        assertThat(refused(street, asked).refusal()).isEqualTo(KitRefusal.FORBIDDEN);
        assertThat(refused(street, new Asked(null, null, null)).refusal()).isEqualTo(KitRefusal.FORBIDDEN);
    }

    @Test
    @DisplayName("names one of several districts")
    void namesOneOfSeveral() {
        Caller city = holding(Role.DISTRICT_SYSTEM, "3702");
        assertThat(refused(city, new Asked(null, null, null)).field()).isEqualTo("district");
        assertThat(done(city, new Asked("370214", null, null)).district()).isEqualTo("370214");
    }

    @Test
    @DisplayName("goes on behind a cursor of that feed")
    void goesOnBehindACursor() {
        FeedCursor cursor = new FeedCursor("370215", 41);
        assertThat(done(SYSTEM, new Asked(null, cursor.text(), null)).after()).isEqualTo(41);
        assertThat(FeedCursor.of(cursor.text())).contains(cursor);
        for (String foreign : List.of("", "nonsense", "%", "MTIz", "\u202e", "NDI6MQ")) {
            assertThat(refused(SYSTEM, new Asked(null, foreign, null)).field()).isEqualTo("after");
        }
        assertThat(refused(SYSTEM, new Asked("370214", cursor.text(), null)).field())
                .isEqualTo("after");
    }

    @Test
    @DisplayName("names types, or what they begin with")
    void namesTypes() {
        String types = "linli.activity.request.*,linli.points.posting.made.v1";
        assertThat(done(SYSTEM, new Asked(null, null, types)).types())
                .containsExactly("linli.activity.request.%", "linli.points.posting.made.v1");
        for (String bad : List.of("linli%", "linli.activity.*.v1", "*", "linli.a,,linli.b", "x".repeat(50))) {
            assertThat(refused(SYSTEM, new Asked(null, null, bad)).field()).isEqualTo("types");
        }
    }

    private static FeedQuestion done(Caller caller, Asked asked) {
        return ((Outcome.Done<FeedQuestion>) FeedQuestion.of(caller, asked)).value();
    }

    private static Outcome.Refused<FeedQuestion> refused(Caller caller, Asked asked) {
        return (Outcome.Refused<FeedQuestion>) FeedQuestion.of(caller, asked);
    }

    private static Caller holding(Role role, String... prefixes) {
        List<Grant> grants = Arrays.stream(prefixes)
                .map(prefix -> new Grant(role, prefix, null, null, null))
                .toList();
        return new Caller(UUID.randomUUID(), null, null, grants);
    }
}
