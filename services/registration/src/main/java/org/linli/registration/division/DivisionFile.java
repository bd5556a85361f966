package org.linli.registration.division;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * A file of divisions: UTF-8 text, comma-separated (RFC 4180), header {@code code,name,level,parent}, rows in any
 * order.
 *
 * @param rows rows that are right in themselves
 * @param faults the other rows
 */
record DivisionFile(List<DivisionRow> rows, List<RowFault> faults) {
    private static final List<String> HEADER = List.of("code", "name", "level", "parent");
    private static final ObjectReader CSV = new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    DivisionFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** Reads a file; refused if it is not one (its rows may still be wrong). */
    static Outcome<DivisionFile> read(String text) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (MappingIterator<String[]> lines = CSV.readValues(content)) {
            if (!lines.hasNextValue() || !HEADER.equals(Arrays.asList(lines.nextValue()))) {
                return Outcome.refused(RegistrationRefusal.DIVISION_FILE_UNREADABLE);
            }
            return Outcome.done(rows(lines));
        } catch (JsonProcessingException unreadable) {
            return Outcome.refused(RegistrationRefusal.DIVISION_FILE_UNREADABLE);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be read", impossible);
        }
    }

    private static DivisionFile rows(MappingIterator<String[]> lines) throws IOException {
        List<DivisionRow> rows = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        int line = 0;
        try {
            while (lines.hasNextValue()) {
                line = lines.getParser().currentLocation().getLineNr();
                switch (DivisionRow.read(line, lines.nextValue())) {
                    case DivisionRow.Read.Right(DivisionRow row) -> rows.add(row);
                    case DivisionRow.Read.Wrong(RowFault fault) -> faults.add(fault);
                }
            }
        } catch (JsonProcessingException unreadable) {
            faults.add(new RowFault(line, "", RowFault.Kind.UNREADABLE));
        }
        return new DivisionFile(rows, faults);
    }
}
