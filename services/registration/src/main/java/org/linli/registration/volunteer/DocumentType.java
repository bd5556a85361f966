package org.linli.registration.volunteer;

/** Kinds of identity document. Only the resident identity card has a published check (GB 11643-1999). */
enum DocumentType {
    /** 居民身份证. */
    RESIDENT_ID,
    /** 护照. */
    PASSPORT,
    /** 港澳居民来往内地通行证. */
    HK_MACAO_PERMIT,
    /** 台湾居民来往大陆通行证. */
    TAIWAN_PERMIT,
    /** 外国人永久居留身份证. */
    FOREIGN_PERMANENT_RESIDENT_CARD
}
