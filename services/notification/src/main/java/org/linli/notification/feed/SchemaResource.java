package org.linli.notification.feed;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.linli.contracts.EventCatalog;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;

/** Where the attribute {@code dataschema} of an event leads: for everybody, as a schema says nothing about anybody. */
@Path("/schemas")
public class SchemaResource {
    private static final String SCHEMA = "application/schema+json";

    private final Answers answers;

    @Inject
    SchemaResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("/{type}.json")
    @Produces(SCHEMA)
    @Operation(hidden = true)
    public Response schema(@PathParam("type") String type) {
        if (!EventCatalog.isForDistricts(type)) {
            return answers.refused(KitRefusal.NOT_FOUND, null, null);
        }
        return Response.ok(text(type))
                .header("Cache-Control", "public, max-age=86400")
                .build();
    }

    private static String text(String type) {
        try (InputStream schema = EventCatalog.class.getResourceAsStream("/schemas/" + type + ".json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
