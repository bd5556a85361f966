package org.linli.activity.bulk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.SqlOnce;

/** Imports of service records over HTTP. */
@Path("/api/v1/service-record-imports")
@Tag(name = "service-record-imports")
public class ServiceRecordImportResource {
    private final ImportUseCase imports;
    private final SqlOnce sql;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    ServiceRecordImportResource(ImportUseCase imports, SqlOnce sql, CurrentCaller current, Answers answers) {
        this.imports = imports;
        this.sql = sql;
        this.current = current;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Bring service forward from another system: up to 1000 records, counted at once, without points;"
                    + " a row sent again is answered with the record that it became")
    @APIResponseSchema(value = ImportReport.class, responseCode = "200")
    public Uni<Response> bringIn(@NotNull @Valid RecordBatch batch) {
        Caller caller = current.get();
        return sql.once(
                batch, connection -> imports.bringIn(connection, caller, batch).map(answers::ok));
    }
}
