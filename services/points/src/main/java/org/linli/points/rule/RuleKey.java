package org.linli.points.rule;

/** Where a page of the list of rules ended: behind this version of this code. */
record RuleKey(String code, int version) {
    private static final RuleKey FIRST = new RuleKey("", 0);

    static RuleKey of(PointsRule rule) {
        return new RuleKey(
                rule.terms().reference().code(), rule.terms().reference().version());
    }

    static RuleKey read(String key) {
        int bar = key == null ? -1 : key.indexOf('|');
        if (bar < 0 || !key.substring(0, bar).matches("\\d{1,9}")) {
            return FIRST;
        }
        return new RuleKey(key.substring(bar + 1), Integer.parseInt(key.substring(0, bar)));
    }

    @Override
    public String toString() {
        return version + "|" + code;
    }
}
