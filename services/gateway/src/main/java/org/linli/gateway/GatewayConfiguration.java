package org.linli.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about the gateway that a site may set, with the value it has if nobody does. */
@ConfigMapping(prefix = "linli.gateway")
public interface GatewayConfiguration {

    /** Where the services are. */
    Services services();

    /** How tokens are checked. */
    Tokens tokens();

    /** How people sign in with browsers. */
    SignIn signIn();

    /** What a caller may take of us. */
    Limits limits();

    /** How many calls one client may make. */
    Rates rates();

    /** When a service that fails is left alone. */
    Breakers breakers();

    /** How connections to the services are kept. */
    Connections connections();

    /** Origins (scheme, host, port) whose pages may call the API from a browser; none unless listed. */
    Optional<List<String>> corsOrigins();

    /** Networks (CIDR) of proxies in front of us whose X-Forwarded headers are believed; none unless listed. */
    Optional<List<String>> trustedProxies();

    /** Networks (CIDR) from which /q/metrics may be read; none unless listed. */
    Optional<List<String>> metricsReaders();

    /** How long a merged OpenAPI is served before the services are asked again. */
    @WithDefault("60s")
    Duration openapiRefresh();

    /** Base addresses of the services, without a path. */
    interface Services {

        /** People and places. */
        @WithDefault("http://127.0.0.1:8081")
        URI registration();

        /** What is done. */
        @WithDefault("http://127.0.0.1:8082")
        URI activity();

        /** The ledger. */
        @WithDefault("http://127.0.0.1:8083")
        URI points();

        /** The inbox. */
        @WithDefault("http://127.0.0.1:8084")
        URI notification();
    }

    /** The sign-in whose tokens are accepted. */
    interface Tokens {

        /** The issuer, exactly as it stands in a token; its discovery document names the keys. */
        @WithDefault("http://127.0.0.1:8085/linli")
        URI issuer();

        /** Where the issuer is reached from here, if not at the address that stands in tokens. */
        Optional<URI> inside();

        /** Where the keys are, if they cannot be reached at the address the discovery document names. */
        Optional<URI> keysUrl();

        /** The audience a token must name; not looked at unless set. */
        Optional<String> audience();

        /** How far the issuer's clock may be from ours. */
        @WithDefault("5s")
        Duration clockSkew();

        /** How often the keys are fetched again; a removed key stops counting after this time at the latest. */
        @WithDefault("5m")
        Duration keysRefresh();

        /** Wait after a failed fetch, and the least time between fetches that an unknown key id may cause. */
        @WithDefault("2s")
        Duration keysRetry();

        /** How many verified tokens are remembered (about 200 bytes each), so that a signature is computed once. */
        @WithDefault("20000")
        int remembered();
    }

    /** The way of browsers: the authorization code flow, and the session it ends in. */
    interface SignIn {

        /** The name under which the issuer knows us. */
        @WithDefault("linli-gateway")
        String client();

        /** What we prove that with; not set for a client that the issuer registered as public. */
        Optional<String> clientSecret();

        /** What we ask for: who somebody is, nothing more. */
        @WithDefault("openid")
        String scope();

        /** Our own address as browsers know it (scheme, host, port); taken from each call unless set. */
        Optional<URI> publicAddress();

        /** The folder of session.key, which all gateways share and which stays when they are started again. */
        Optional<Path> keysDirectory();

        /** Whether a missing key is made. */
        @WithDefault("false")
        boolean generateKeys();

        /** How long the way to the issuer and back may take. */
        @WithDefault("10m")
        Duration attempt();

        /** After how long without a call a session ends; registration sets how long it lasts at the longest. */
        @WithDefault("2h")
        Duration idle();

        /** How long before its end a token is renewed. */
        @WithDefault("30s")
        Duration early();

        /** How often registration is asked what was signed out or revoked: that long either goes on at the longest. */
        @WithDefault("1s")
        Duration endingsEvery();
    }

    /** Sizes and times that a call may take. */
    interface Limits {

        /** The largest body of a call. */
        @WithDefault("1M")
        MemorySize body();

        /** Other limits for some paths, by the path after /api/v1/; the longest prefix wins. */
        Map<String, MemorySize> bodies();

        /**
         * The longest time from the first line of a call to the last byte of its answer; event streams are exempt. Its
         * body must have come within two thirds of it, unless it is the service that does not take it.
         */
        @WithDefault("30s")
        Duration time();

        /** Other times for some paths, by the path after /api/v1/; the longest prefix wins. */
        Map<String, Duration> times();

        /** Calls under way at once, event streams apart, at most half of them without a sign-in; one more gets 503. */
        @WithDefault("1024")
        int together();
    }

    /**
     * What one client may do, each kind of call for itself. Every gateway counts alone; application.properties has the
     * values.
     */
    interface Rates {

        /** Reading, for each account: a page that asks for much, and what a person needs all day. */
        Rate read();

        /** Writing, for each account. */
        Rate write();

        /** Signing in and out, and first calls with an API key, for each address: whole offices share one. */
        Rate signIn();

        /** What needs no sign-in (calendars, badges, pages), for each address. */
        Rate open();

        /** Clients whose counts are kept (about 300 bytes each); beyond that the longest unused are forgotten. */
        @WithDefault("100000")
        int clients();
    }

    /** A bucket of calls that fills up steadily. */
    interface Rate {

        /** How many calls come into it each minute. */
        int perMinute();

        /** How many it holds: what may be done at once after a pause. */
        int burst();
    }

    /** A service that cannot be reached, breaks off or stays silent several times in a row. */
    interface Breakers {

        /** After how many such failures, without any answer between them, its calls are refused at once. */
        @WithDefault("20")
        int failures();

        /** How long until one call is let through again to see whether it answers. */
        @WithDefault("1s")
        Duration open();
    }

    /** HTTP/1.1 keep-alive connections to each service. */
    interface Connections {

        /** Connections per service for ordinary calls: a service on a few cores gets no faster with more at once. */
        @WithDefault("64")
        int calls();

        /** Calls that wait for a connection; one more is refused with 503 at once rather than queued for long. */
        @WithDefault("512")
        int waiting();

        /** Open event streams per service; each holds a connection, so they have a pool of their own. */
        @WithDefault("2000")
        int streams();

        /** How long a connection may take to open. */
        @WithDefault("2s")
        Duration connectTime();

        /** How long an unused connection is kept; less than the services keep theirs, so none is used when gone. */
        @WithDefault("60s")
        Duration keepAlive();

        /** How long nothing may arrive on a connection in use; event streams beat every 15 seconds. */
        @WithDefault("90s")
        Duration silence();
    }
}
