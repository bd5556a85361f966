package org.linli.contracts;

/** Who may receive an event; travels as the CloudEvents attribute {@code dataclassification}. */
public enum DataClassification {
    /** Only Linli's own services. */
    INTERNAL,
    /** Also the systems of the districts named in the attribute {@code districts}. */
    DISTRICT
}
