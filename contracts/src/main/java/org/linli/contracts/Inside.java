package org.linli.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of an event that only Linli's own services read: it is in no feed, webhook or topic of a district, and in no
 * schema that is given away. Sign-ins, and what rules on eligibility ask for (age band, skills).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Inside {}
