package org.linli.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.linli.kit.Outcome;

/** Turns outcomes into answers. Resources end in {@code .map(answers::ok)} or one of its sisters. */
@ApplicationScoped
public class Answers {
    private final Problems problems;

    @Inject
    Answers(Problems problems) {
        this.problems = problems;
    }

    /** 200 with what was done, or the problem. */
    public Response ok(Outcome<?> outcome) {
        return of(outcome, value -> Response.ok(value).build());
    }

    /** 200 for one thing with its version as ETag, or the problem. */
    public Response found(Outcome<? extends Versioned> outcome) {
        return of(outcome, value -> versioned(Response.ok(value), value));
    }

    /** 201 with {@code Location: <collection>/<id>} and the version as ETag, or the problem. */
    public Response created(String collection, Outcome<? extends Versioned> outcome) {
        return of(
                outcome,
                value -> versioned(
                        Response.created(URI.create("/api/v1/" + collection + "/" + value.id()))
                                .entity(value),
                        value));
    }

    /** 204, or the problem. */
    public Response nothing(Outcome<?> outcome) {
        return of(outcome, value -> Response.noContent().build());
    }

    /** Any other answer for what was done, or the problem. */
    public <T> Response of(Outcome<T> outcome, Function<? super T, Response> answer) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> answer.apply(value);
            case Outcome.Refused<T> refused -> problems.of(refused);
        };
    }

    /** The problem alone. */
    public Response refused(KitRefusal refusal, String field, String detail) {
        return problems.of(refusal, field, detail);
    }

    private static Response versioned(Response.ResponseBuilder answer, Versioned value) {
        return answer.tag(new EntityTag(Long.toString(value.version()))).build();
    }
}
