package org.linli.gateway.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.linli.gateway.GatewayConfiguration;

/** What happens to every call, wherever it goes: a number, security and CORS headers, a line in the log. */
@ApplicationScoped
public class Reception {

    private final Networks trustedProxies;
    private final CrossOrigin crossOrigin;
    private final AccessLog accessLog;

    Reception(GatewayConfiguration configuration, MeterRegistry registry) {
        trustedProxies = new Networks(configuration.trustedProxies());
        crossOrigin = new CrossOrigin(configuration.corsOrigins());
        accessLog = new AccessLog(registry);
    }

    /** Takes a request in. */
    public Call receive(RoutingContext routing) {
        Call call = new Call(routing, trustedProxies);
        routing.addHeadersEndHandler(head -> {
            SecurityHeaders.write(call);
            crossOrigin.write(call);
            call.cookies().forEach(cookie -> call.response().headers().add("Set-Cookie", cookie));
        });
        routing.addEndHandler(ended -> accessLog.ended(call));
        return call;
    }

    /** Whether the call was a browser's question about CORS, which is answered here. */
    public boolean answeredPreflight(Call call) {
        if (!crossOrigin.isPreflight(call)) {
            return false;
        }
        crossOrigin.answerPreflight(call);
        return true;
    }
}
