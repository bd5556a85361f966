package org.linli.points.badge;

/** What a badge is given for. Imported records count for none of them. */
public enum BadgeKind {
    /** 次数: so many confirmed service records; the first one with a threshold of 1. */
    RECORD_COUNT,
    /** 时长: so many minutes of confirmed service. */
    MINUTES,
    /** 好评: an average of so many hundredths of a star over at least some reviews by recipients. */
    REVIEW_AVERAGE
}
