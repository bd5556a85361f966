package org.linli.activity.request;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which offers of those that the caller may know. Use as {@code @BeanParam}. */
public class OfferFilter {
    @Parameter(description = "Only those to the caller or a team of the caller's.")
    @QueryParam("mine")
    @DefaultValue("false")
    boolean mine;

    @Parameter(description = "Only those that still wait for an answer.")
    @QueryParam("open")
    @DefaultValue("false")
    boolean open;

    boolean mine() {
        return mine;
    }

    boolean open() {
        return open;
    }
}
