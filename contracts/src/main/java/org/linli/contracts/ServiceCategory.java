package org.linli.contracts;

/**
 * Kinds of help a resident can order: the eight kinds of need of the special-need care scheme plus "other" (8+N, seed
 * system S27). Local additions are entries of a dictionary, not of this enumeration.
 */
public enum ServiceCategory {
    /** 助餐: meals. */
    MEALS,
    /** 助洁: cleaning. */
    CLEANING,
    /** 助浴: bathing and grooming. */
    BATHING,
    /** 助医: going to the doctor, medicine. */
    MEDICAL_ESCORT,
    /** 助急: urgent errands. */
    URGENT_ERRANDS,
    /** 助行: getting about. */
    MOBILITY,
    /** 维修: repairs. */
    REPAIRS,
    /** 陪伴: company and comfort. */
    COMPANIONSHIP,
    /** 其他. */
    OTHER
}
