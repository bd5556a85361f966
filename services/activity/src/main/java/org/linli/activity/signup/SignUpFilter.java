package org.linli.activity.signup;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.linli.contracts.activity.SignUpStatus;

/** Which sign-ups of those that the caller may know. Use as {@code @BeanParam}. */
public class SignUpFilter {
    @Parameter(description = "Only those for this session, in the order in which they were made.")
    @QueryParam("sessionId")
    UUID sessionId;

    @Parameter(description = "Only those that stand so.")
    @QueryParam("status")
    SignUpStatus status;
}
