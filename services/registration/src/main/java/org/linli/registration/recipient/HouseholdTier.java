package org.linli.registration.recipient;

/** How a household stands (家庭类别): decides what help costs. It is in no event, not even under an id. */
enum HouseholdTier {
    /** 一般家庭. */
    GENERAL,
    /** 低收入家庭. */
    LOW_INCOME,
    /** 特殊困难家庭. */
    SPECIAL_HARDSHIP
}
