package org.linli.points.merchant;

import java.util.List;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;

/** Who may do what with partner shops of a division. */
final class MerchantRights {
    private static final Role[] OFFICIALS = {
        Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.STATION_COORDINATOR
    };

    private MerchantRights() {}

    /** Enters shops, their tills and their offers. */
    static boolean decides(Caller caller, DivisionCode division) {
        return caller.holds(division, OFFICIALS);
    }

    /** Whether the caller stands for the head office of the bank (总行): it sees every balance of the district. */
    static boolean isHeadOffice(Caller caller, DivisionCode division) {
        return isHeadOffice(caller, division.value());
    }

    /** Whether it does so for everybody whose home begins with these digits. */
    static boolean isHeadOffice(Caller caller, String digits) {
        return caller.scopes(Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR).stream()
                .anyMatch(digits::startsWith);
    }

    /** Digits of the divisions whose shops and offers the caller decides about. */
    static List<String> decided(Caller caller) {
        return caller.scopes(OFFICIALS);
    }

    /** Looks at what a shop is owed. */
    static boolean inspects(Caller caller, DivisionCode division) {
        return decides(caller, division) || caller.holds(division, Role.AUDITOR);
    }
}
