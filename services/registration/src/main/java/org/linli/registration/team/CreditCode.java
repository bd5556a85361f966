package org.linli.registration.team;

import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015): 18 characters of 31 symbols, the last
 * a check character. Teams without an organisation behind them have none.
 */
record CreditCode(String value) {
    /** Digits and capitals without I, O, S, V, Z; a symbol's value is its position. */
    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int BASE = SYMBOLS.length();

    /** Reads a code; refused on the field {@code creditCode} if its form or its check character is wrong. */
    static Outcome<CreditCode> read(String text) {
        String code = text.strip();
        return code.length() == LENGTH && onlySymbols(code) && code.charAt(LENGTH - 1) == checkOf(code)
                ? Outcome.done(new CreditCode(code))
                : Outcome.refused(RegistrationRefusal.CREDIT_CODE_INVALID, "creditCode");
    }

    private static boolean onlySymbols(String code) {
        return code.chars().allMatch(character -> SYMBOLS.indexOf(character) >= 0);
    }

    /** The weight of position i is 3 to the power i modulo 31; the check value fills the sum up to a multiple of 31. */
    private static char checkOf(String code) {
        int sum = 0;
        int weight = 1;
        for (int position = 0; position < LENGTH - 1; position++) {
            sum += SYMBOLS.indexOf(code.charAt(position)) * weight;
            weight = weight * 3 % BASE;
        }
        return SYMBOLS.charAt((BASE - sum % BASE) % BASE);
    }
}
