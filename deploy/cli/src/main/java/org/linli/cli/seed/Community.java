package org.linli.cli.seed;

/**
 * A community or village (seeds/divisions.csv).
 *
 * @param code 12 digits
 * @param name as the statistical list has it
 */
record Community(String code, String name) {

    /** Residents' committees have 001–199 and 400–499 at the end of their code, villagers' committees others. */
    boolean urban() {
        int last = Integer.parseInt(code.substring(9));
        return last <= 199 || last >= 400 && last <= 499;
    }

    /** How many volunteers beside others of the district: a residents' committee three times a village's. */
    long weight() {
        return urban() ? 3 : 1;
    }

    /** The name without the words for its kind of committee. */
    String shortName() {
        return name.replace("居民委员会", "")
                .replace("村民委员会", "村")
                .replace("村委会", "村")
                .replace("居委会", "");
    }
}
