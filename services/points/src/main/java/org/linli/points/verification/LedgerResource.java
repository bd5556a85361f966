package org.linli.points.verification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;

/** The ledger as a whole. */
@Path("/api/v1/ledger")
@Tag(name = "ledger")
public class LedgerResource {
    private final VerifyLedger ledger;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    LedgerResource(VerifyLedger ledger, CurrentCaller current, Answers answers) {
        this.ledger = ledger;
        this.current = current;
        this.answers = answers;
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Verify everything: zero sums, balances, lots, seals, events against postings")
    public Uni<Response> verify() {
        if (!current.get().holdsAnywhere(Role.PLATFORM_OPERATOR, Role.AUDITOR)) {
            return Uni.createFrom().item(answers.ok(Outcome.refused(KitRefusal.FORBIDDEN)));
        }
        return ledger.verify().map(answers::ok);
    }
}
