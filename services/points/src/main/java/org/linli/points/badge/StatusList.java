package org.linli.points.badge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Which credentials of one list were revoked: a Bitstring Status List (W3C, 2025) of 131,072 places, the fewest that
 * hide a holder among others.
 *
 * @param number counts lists from 0
 * @param revoked places in the list, each below {@link #PLACES}
 * @param at since when it says so: the last revocation
 */
record StatusList(long number, List<Integer> revoked, Instant at) {
    static final int PLACES = 131_072;

    /** Since when a list says that nothing was revoked: before there were badges. */
    static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    StatusList {
        revoked = List.copyOf(revoked);
    }

    /** The list of a credential. */
    static long listOf(long index) {
        return index / PLACES;
    }

    /** Its place in that list. */
    static int placeOf(long index) {
        return (int) (index % PLACES);
    }

    static String addressOf(String base, long number) {
        return base + "/status/" + number;
    }

    /** The bits, compressed, in multibase base64url: the first place is the leftmost bit of the first byte. */
    String encoded() {
        byte[] bits = new byte[PLACES / Byte.SIZE];
        revoked.forEach(place -> bits[place / Byte.SIZE] |= (byte) (0x80 >> place % Byte.SIZE));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bits);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }
}
