package org.linli.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.contracts.EventCatalog;

class MessageTableTest {
    /** Events that tell nobody, each on purpose. */
    private static final Set<String> SILENT = Set.of(
            // places, stations and rights are not news for one person's inbox
            "linli.registration.division.recorded.v1",
            "linli.registration.station.opened.v1",
            "linli.registration.role.granted.v1",
            "linli.registration.role.revoked.v1",
            "linli.registration.team.founded.v1",
            "linli.registration.team.leader-named.v1",
            // whoever does it stands in front of whoever would be told
            "linli.registration.recipient.enrolled.v1",
            "linli.registration.volunteer.withdrawn.v1",
            // nobody is left who could be told
            "linli.registration.volunteer.erased.v1",
            "linli.registration.recipient.withdrawn.v1",
            "linli.registration.recipient.erased.v1",
            "linli.activity.check-in.arrived.v1",
            "linli.activity.check-in.left.v1",
            "linli.points.passbook.opened.v1",
            "linli.points.rule.published.v1",
            // people look at lists of activities and offers when they want to; no inbox is an advertisement
            "linli.activity.activity.published.v1",
            "linli.activity.activity.closed.v1",
            "linli.activity.session.scheduled.v1",
            "linli.activity.project.published.v1",
            "linli.activity.project.changed.v1",
            "linli.activity.project.closed.v1",
            "linli.points.offer.published.v1",
            "linli.points.offer.changed.v1",
            "linli.points.offer.withdrawn.v1",
            "linli.points.merchant.changed.v1",
            "linli.points.badge-rule.published.v1",
            // each of those who signed up is told by what becomes of the sign-up
            "linli.activity.session.cancelled.v1",
            // hours and points follow
            "linli.activity.sign-up.attended.v1",
            // nobody needs to be told of a birthday
            "linli.registration.volunteer.age-band-reached.v1",
            "linli.notification.inbox.changed.v1",
            "linli.notification.feed.grown.v1");

    private final MessageTable table = new MessageTable();

    @Test
    void everyEventIsInTheTableOrSilentOnPurpose() {
        // Given
        Set<String> told = table.all().stream().map(MessageRule::event).collect(Collectors.toSet());
        // When
        Set<String> forgotten = new TreeSet<>(EventCatalog.types());
        forgotten.removeAll(told);
        forgotten.removeAll(SILENT);
        // Then
        assertThat(forgotten).as("events without a row in messages.yaml").isEmpty();
        assertThat(EventCatalog.types()).as("events in messages.yaml").containsAll(told);
        assertThat(told).as("told although listed as silent").doesNotContainAnyElementsOf(SILENT);
    }

    @Test
    void everyMessageHasWordsInBothLanguages() {
        assertThat(table.all()).allSatisfy(rule -> {
            assertThat(rule.zh().title()).isNotBlank();
            assertThat(rule.zh().text()).matches("(?s).*\\p{IsHan}.*");
            assertThat(rule.en().title()).isNotBlank();
            assertThat(rule.en().text()).doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void valuesAreSaidInTheReadersWords() {
        // Given
        Map<String, Object> details = Map.of("minutes", 130, "category", "MEDICAL_ESCORT");
        // When
        String chinese = table.words("record-confirmed", details, Locale.SIMPLIFIED_CHINESE)
                .text();
        String english =
                table.words("record-confirmed", details, Locale.ENGLISH).text();
        // Then
        assertThat(chinese).isEqualTo("您的 2 小时 10 分钟 服务(助医)已确认计入。");
        assertThat(english).contains("2 h 10 min", "going to the doctor");
    }

    @Test
    void onlyWhoeverWaitsForItIsToBeVerified() {
        MessageRule registered =
                table.about("linli.registration.volunteer.registered.v1").getFirst();
        assertThat(registered.fits(Map.of("status", "PENDING"))).isTrue();
        assertThat(registered.fits(Map.of("status", "VERIFIED"))).isFalse();
    }

    @Test
    void hoursBroughtForwardTellNobody() {
        MessageRule confirmed =
                table.about("linli.activity.service-record.confirmed.v1").getFirst();
        assertThat(confirmed.fits(Map.of("provenance", "IMPORTED"))).isFalse();
        assertThat(confirmed.fits(Map.of("provenance", "SCANNED"))).isTrue();
    }

    @Test
    void noReasonIsPromisedWhereNobodyGaveOne() {
        Map<String, Object> closed = new HashMap<>(Map.of("teamId", "a", "byClosing", true));
        closed.put("stationId", null);
        assertThat(table.about("linli.activity.project-claim.declined.v1"))
                .filteredOn(rule -> rule.fits(closed))
                .extracting(MessageRule::kind)
                .containsExactly("project-claim-lapsed");
        assertThat(table.about("linli.activity.project-claim.ended.v1"))
                .filteredOn(rule -> rule.fits(Map.of("byOrganisation", true, "withdrawn", true)))
                .extracting(MessageRule::kind)
                .containsExactly("project-claim-withdrawn");
    }

    @Test
    void pointsAreSaidWithoutRounding() {
        Map<String, Object> details = Map.of("amount", 217, "balance", 1000);
        assertThat(table.words("points-credited", details, Locale.ENGLISH).text())
                .isEqualTo("2.17 points were credited. Balance: 10.");
    }

    @Test
    void timesAreSaidInTheTimeOfThePlace() {
        Map<String, Object> details = Map.of("amount", 1500, "validUntil", "2026-05-20T15:30:00Z");
        assertThat(table.words("redemption-held", details, Locale.SIMPLIFIED_CHINESE)
                        .text())
                .isEqualTo("已为您预留 15 积分的兑换,请在 5月20日 23:30 前凭码领取。");
        assertThat(table.words("redemption-held", details, Locale.ENGLISH).text())
                .contains("before 20 May 23:30");
        assertThat(table.words("points-expiring", Map.of("expiresOn", "2026-12-31", "amount", 100), Locale.ENGLISH)
                        .text())
                .contains("31 Dec 2026");
    }

    @Test
    void whoeverIsCalledOffAndWhoeverIsStruckOffReadDifferentWords() {
        assertThat(table.about("linli.activity.sign-up.cancelled.v1").stream()
                        .filter(rule -> rule.fits(Map.of("sessionCancelled", true)))
                        .map(MessageRule::kind))
                .containsExactlyInAnyOrder("session-cancelled", "session-cancelled-ward");
    }

    @Test
    void noPlaceholderIsLeftOver() {
        // Given every value that Drafting keeps or Delivery adds
        Map<String, Object> all = SampleValues.with(Map.of("level", "1"));
        assertThat(table.all()).allSatisfy(rule -> {
            MessageRule.Words words = table.words(rule.kind(), all, Locale.ENGLISH);
            assertThat(words.title() + words.text()).doesNotContain("{");
            MessageRule.Words chinese = table.words(rule.kind(), all, Locale.SIMPLIFIED_CHINESE);
            assertThat(chinese.title() + chinese.text()).doesNotContain("{");
        });
    }
}
