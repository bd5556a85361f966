package org.linli.points.rule;

/** What a points rule is about. */
public enum RuleKind {
    /** 按时长: an amount per hour of confirmed service. */
    PER_HOUR,
    /** 按单: an amount for each completed request. */
    PER_REQUEST,
    /** 好评奖励: an amount for a review by the recipient with at least so many stars. */
    REVIEW_BONUS,
    /** 每日上限: how much may be earned for one day. */
    DAY_CAP
}
