package org.linli.registration.grant;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.linli.registration.RegistrationConfiguration;

/** Sees to the operator by configuration before the service is ready: without one, nobody could give the first role. */
@ApplicationScoped
class OperatorAtStart {

    // the start of the application is the one place that may wait: it runs on the main thread, before any request
    void ensure(@Observes StartupEvent start, RegistrationConfiguration configuration, OperatorUseCase operator)
            throws Throwable {
        if (configuration.bootstrapIssuer().isPresent()
                && configuration.bootstrapSubject().isPresent()) {
            String issuer = configuration.bootstrapIssuer().get();
            String subject = configuration.bootstrapSubject().get();
            VertxContextSupport.subscribeAndAwait(() -> operator.ensure(issuer, subject));
        }
    }
}
