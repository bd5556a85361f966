package org.linli.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.linli.kit.event.Postgres;

/**
 * Whatever is thrown becomes a problem too: bad input 4xx, an outage 503, a bug 500 without a word about its inside.
 */
@ApplicationScoped
public class FailureMappers {
    private static final Logger LOG = Logger.getLogger(FailureMappers.class);

    private final Problems problems;

    @Inject
    FailureMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(Exception failure) {
        return problems.of(
                failure instanceof UnauthorizedException ? KitRefusal.TOKEN_MISSING : KitRefusal.TOKEN_INVALID);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return problems.of(KitRefusal.FORBIDDEN);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return problems.of(KitRefusal.UNKNOWN_FIELD, fieldOf(unknown), null);
        }
        if (failure instanceof JsonMappingException mapping) {
            return problems.of(KitRefusal.INVALID_VALUE, fieldOf(mapping), null);
        }
        return problems.of(KitRefusal.MALFORMED_JSON);
    }

    /** Quarkus brings a mapper of its own for this kind, which would win over the one above and answer no problem. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure) {
        return unreadable(failure);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure) {
        ConstraintViolation<?> first = failure.getConstraintViolations().stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .orElse(null);
        return first == null
                ? problems.of(KitRefusal.INVALID_VALUE)
                : problems.of(KitRefusal.INVALID_VALUE, fieldOf(first.getPropertyPath()), first.getMessage());
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 400 -> problems.of(KitRefusal.INVALID_VALUE);
            case 401 -> problems.of(KitRefusal.TOKEN_INVALID);
            case 403 -> problems.of(KitRefusal.FORBIDDEN);
            case 404 -> problems.of(KitRefusal.NOT_FOUND);
            case 405 -> problems.of(KitRefusal.METHOD_NOT_ALLOWED);
            case 406 -> problems.of(KitRefusal.NOT_ACCEPTABLE);
            case 413 -> problems.of(KitRefusal.BODY_TOO_LARGE);
            case 415 -> problems.of(KitRefusal.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> problems.of(KitRefusal.SERVICE_UNAVAILABLE);
            default -> status < 500 ? problems.of(KitRefusal.INVALID_VALUE) : bug(failure);
        };
    }

    @ServerExceptionMapper
    public Response anything(Throwable failure) {
        if (Outages.isOutage(failure)) {
            LOG.warnf("answered 503: %s", failure.getClass().getSimpleName());
            return problems.of(KitRefusal.SERVICE_UNAVAILABLE);
        }
        String state = Postgres.stateOf(failure);
        if (state != null && state.startsWith("22")) {
            return problems.of(KitRefusal.INVALID_VALUE);
        }
        if (Postgres.isDataError(failure)) {
            LOG.infof("answered 409: constraint %s", Postgres.constraintOf(failure));
            return problems.of(KitRefusal.CONFLICT);
        }
        return bug(failure);
    }

    private Response bug(Throwable failure) {
        LOG.error("answered 500", failure);
        return problems.of(KitRefusal.INTERNAL_ERROR);
    }

    private static String fieldOf(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? null : path;
    }

    /** Without the method and the parameter that the path of a violation begins with. */
    private static String fieldOf(Path path) {
        StringBuilder field = new StringBuilder();
        int depth = 0;
        Path.Node last = null;
        for (Path.Node node : path) {
            last = node;
            if (depth++ >= 2 && node.getName() != null) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return field.isEmpty() && last != null ? last.getName() : field.toString();
    }
}
