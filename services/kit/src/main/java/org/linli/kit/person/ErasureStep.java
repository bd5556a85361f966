package org.linli.kit.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Where the erasure of somebody stands.
 *
 * @param person the volunteer or the recipient of help
 * @param account the sign-in that goes with the person
 * @param number of the step in the plan
 * @param plan fingerprint of the plan that the number counts in
 */
record ErasureStep(UUID person, UUID account, int number, String plan) {

    /**
     * Reads what {@link #toString} wrote. A number that counts in another plan, or in one that was not written down,
     * says nothing: then it begins again, because each step may be done twice.
     *
     * @param plan fingerprint of the plan that is followed now
     */
    static ErasureStep read(String subject, String plan) {
        String[] parts = subject.split("\\|");
        boolean same = parts.length > 3 && parts[3].equals(plan);
        return new ErasureStep(
                UUID.fromString(parts[0]), UUID.fromString(parts[1]), same ? Integer.parseInt(parts[2]) : 0, plan);
    }

    /** The fingerprint of steps in their order. */
    static String planOf(List<String> steps) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", steps).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    ErasureStep next() {
        return new ErasureStep(person, account, number + 1, plan);
    }

    /** Ids are of one kind of person only: of a volunteer no recipient is found, and the other way round. */
    Person whose() {
        return new Person(person, account, person);
    }

    @Override
    public String toString() {
        return person + "|" + account + "|" + number + "|" + plan;
    }
}
