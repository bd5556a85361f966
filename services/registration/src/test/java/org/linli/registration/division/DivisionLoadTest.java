package org.linli.registration.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

class DivisionLoadTest {
    private static final String HEADER = "code,name,level,parent\n";
    private static final Map<String, DivisionRow.Stored> STORED = Map.of(
            "370000000000", new DivisionRow.Stored("山东省", DivisionLevel.PROVINCE, null),
            "370215000000", new DivisionRow.Stored("即墨区", DivisionLevel.DISTRICT, "370000000000"));

    @Test
    void rowsMayStandInAnyOrderAndParentsComeFirstWhenWritten() {
        DivisionLoad load = done(judge("""
                370215010203,振兴村村民委员会,community,370215010000
                370215010000,蓝村街道,street,370215000000
                """));

        assertThat(load.written()).extracting(DivisionRow::code).containsExactly("370215010000", "370215010203");
        assertThat(load.written().getFirst().prefix()).isEqualTo("370215010");
    }

    @Test
    void rowsThatSayNothingNewChangeNothing() {
        DivisionLoad load = done(judge("370215000000,即墨区,district,370000000000\n"));

        assertThat(load.written()).isEmpty();
        assertThat(load.unchanged()).isEqualTo(1);
    }

    @Test
    void anotherNameIsARenaming() {
        DivisionLoad load = done(judge("370215000000,即墨新区,district,370000000000\n"));

        assertThat(load.changed()).extracting(DivisionRow::name).containsExactly("即墨新区");
    }

    @Test
    void everyFaultyRowIsNamedWithItsLine() {
        assertThat(faults("""
                370215010000,蓝村街道,street,370215000000
                37021501,短,street,370215000000

                370215011000,,street,370215000000
                370215012000,没有这种级别,village,370215000000
                370215013001,社区的编码,street,370215000000
                370215010000,再来一次,street,370215000000
                370215014000,没有上级,street,
                370215015000,上级不明,street,370299000000
                440100000000,别省的市,city,370000000000
                370215016000,缺字段,street
                370000000000,成了城市,city,370215000000
                """))
                .extracting(RowFault::line, RowFault::fault)
                .containsExactly(
                        tuple(3, RowFault.Kind.CODE_MALFORMED),
                        tuple(5, RowFault.Kind.NAME_MALFORMED),
                        tuple(6, RowFault.Kind.LEVEL_UNKNOWN),
                        tuple(7, RowFault.Kind.CODE_NOT_OF_LEVEL),
                        tuple(8, RowFault.Kind.DUPLICATE),
                        tuple(9, RowFault.Kind.PARENT_MISPLACED),
                        tuple(10, RowFault.Kind.PARENT_UNKNOWN),
                        tuple(11, RowFault.Kind.PARENT_NOT_ABOVE),
                        tuple(12, RowFault.Kind.FIELDS_MISSING),
                        tuple(13, RowFault.Kind.PARENT_NOT_ABOVE));
    }

    @Test
    void aLevelIsNeverChangedByLoading() {
        assertThat(faults("370215000000,即墨区,street,370000000000\n"))
                .extracting(RowFault::fault)
                .containsExactly(RowFault.Kind.LEVEL_CHANGED);
    }

    @Test
    void quotesThatDoNotCloseAreAFaultOfTheirLine() {
        assertThat(faults("370215010000,蓝村街道,street,370215000000\n370215011000,\"开口,street,370215000000\n"))
                .extracting(RowFault::line, RowFault::fault)
                .containsExactly(tuple(3, RowFault.Kind.UNREADABLE));
    }

    @Test
    void namesReadInAWrongEncodingAreRefused() {
        assertThat(faults("370215010000,\uFFFD\uFFFD街道,street,370215000000\n"))
                .extracting(RowFault::fault)
                .containsExactly(RowFault.Kind.NAME_MALFORMED);
    }

    @Test
    void aGridHasFifteenDigitsBelowItsCommunity() {
        done(judge("""
                370215010000,蓝村街道,street,370215000000
                370215010203,振兴村,community,370215010000
                370215010203001,第一网格,grid,370215010203
                """));
        assertThat(faults("370215010203,网格,grid,370215000000\n"))
                .extracting(RowFault::fault)
                .containsExactly(RowFault.Kind.CODE_NOT_OF_LEVEL);
    }

    @Test
    void aFileWithAnotherHeaderIsNoFileOfDivisions() {
        assertRefused(DivisionFile.read("name,code\n"), RegistrationRefusal.DIVISION_FILE_UNREADABLE);
        assertRefused(DivisionFile.read(""), RegistrationRefusal.DIVISION_FILE_UNREADABLE);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreUnderstood() {
        DivisionFile file = done(DivisionFile.read("\uFEFFcode,name,level,parent\r\n370000000000,山东省,province,\r\n"));

        assertThat(file.rows()).extracting(DivisionRow::name).containsExactly("山东省");
    }

    @Test
    void onlyAsManyFaultsAreShownAsConfiguredButAllAreCounted() {
        Outcome<DivisionLoad> outcome = DivisionLoad.of(done(DivisionFile.read(HEADER + "x\n".repeat(7))), STORED, 3);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.details().get("count")).isEqualTo(7);
            assertThat((List<?>) refused.details().get("rows")).hasSize(3);
        });
    }

    private static Outcome<DivisionLoad> judge(String rows) {
        return DivisionLoad.of(done(DivisionFile.read(HEADER + rows)), STORED, 100);
    }

    private static List<RowFault> faults(String rows) {
        Outcome<DivisionLoad> outcome = judge(rows);
        assertRefused(outcome, RegistrationRefusal.DIVISION_ROWS_REFUSED);
        return ((List<?>) ((Outcome.Refused<DivisionLoad>) outcome).details().get("rows"))
                .stream().map(RowFault.class::cast).toList();
    }
}
