package org.linli.kit.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.linli.contracts.AccountId;

/**
 * The second issuer that services trust beside the sign-in: registration, for the keys of devices and systems. Its
 * tokens prove who calls and nothing more, as all others do (decision 8); its public key is read when the first such
 * token comes.
 */
@ApplicationScoped
public class DeviceTokens implements TenantConfigResolver {
    /** What stands in {@code iss}; no address, so that accounts stay the same wherever registration moves. */
    public static final String ISSUER = "urn:linli:api-keys";

    private static final String SCHEME = "Bearer ";
    private static final String KEYS_AT = "linli.device-tokens.keys-at";

    private volatile OidcTenantConfig configuration;

    /** The account of a key. */
    public static UUID accountOf(UUID key) {
        return AccountId.of(ISSUER, key.toString());
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> requestContext) {
        return isDevices(context.request().getHeader("Authorization"))
                ? Uni.createFrom().item(this::configuration)
                : Uni.createFrom().nullItem();
    }

    private OidcTenantConfig configuration() {
        if (configuration == null) {
            // read now: a server that chose its port itself knows it only since it started
            String keysAt = ConfigProvider.getConfig().getValue(KEYS_AT, String.class);
            configuration = OidcTenantConfig.authServerUrl(keysAt)
                    .tenantId("devices")
                    .discoveryEnabled(false)
                    .jwksPath("/gateway/keys")
                    .jwks()
                    .resolveEarly(false)
                    .end()
                    .token()
                    .issuer(ISSUER)
                    .allowJwtIntrospection(false)
                    .allowOpaqueTokenIntrospection(false)
                    .end()
                    .build();
        }
        return configuration;
    }

    /** Only says by whom a token wants to be signed; whether it is, the keys of that issuer decide. */
    private static boolean isDevices(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        String[] parts = authorization.substring(SCHEME.length()).split("\\.");
        try {
            return parts.length == 3 && ISSUER.equals(claims(parts[1]).getString("iss"));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static JsonObject claims(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
