package org.linli.registration;

/** How personal data look in answers (product R04): enough for people to recognise, too little to use. */
public final class Masking {
    private static final int LONG_NUMBER = 10;
    private static final int MAINLAND_MOBILE = 11;

    private Masking() {}

    /** 张三 becomes 张**; always two stars, whatever the length. */
    public static String name(String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** 11010519491231002X becomes 1101***********02X; short numbers keep the first and the last two characters. */
    public static String documentNumber(String number) {
        return number.length() >= LONG_NUMBER ? keep(number, 4, 3) : keep(number, 1, 2);
    }

    /** 13800000000 becomes 138****0000; other numbers keep three and two characters. */
    public static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        return phone.length() == MAINLAND_MOBILE && phone.charAt(0) == '1' ? keep(phone, 3, 4) : keep(phone, 3, 2);
    }

    private static String keep(String text, int first, int last) {
        if (text.length() <= first + last) {
            return "*".repeat(text.length());
        }
        return text.substring(0, first)
                + "*".repeat(text.length() - first - last)
                + text.substring(text.length() - last);
    }
}
