package org.linli.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The CloudEvents {@code type} of an event record: {@code linli.<service>.<thing>.<fact>.v1}. Never reused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** The full type with its version. */
    String value();

    /** Who may receive it: only the services, or also the systems of the districts concerned. */
    DataClassification classification() default DataClassification.INTERNAL;
}
