package org.linli.kit.http;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST method of a resource that answers {@code Uni<Response>} and whose use case works with Hibernate: with a
 * header {@code Idempotency-Key} the call happens once. The key, a hash of the body and the answer are stored in the
 * transaction of the use case; a replay gets the first answer with {@code Idempotency-Replayed: true}. An answer that
 * is not 2xx rolls everything back and is not kept: it changed nothing, so trying again is safe.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
