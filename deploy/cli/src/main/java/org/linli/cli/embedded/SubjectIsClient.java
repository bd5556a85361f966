package org.linli.cli.embedded;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What stands in a token of the local sign-in: with the client credentials grant the client is the person (this is how
 * {@code ./linli token} asks); a sign-in in the browser is answered by the library's own page. Lifetime one hour.
 */
final class SubjectIsClient implements OAuth2TokenCallback {
    private static final long LIFETIME_SECONDS = 3600;

    @Override
    public String issuerId() {
        return SignIn.ISSUER_NAME;
    }

    @Override
    public String subject(TokenRequest request) {
        boolean machine = GrantType.CLIENT_CREDENTIALS.equals(
                request.getAuthorizationGrant().getType());
        return machine && request.getClientAuthentication() != null
                ? request.getClientAuthentication().getClientID().getValue()
                : null;
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of("linli");
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return Map.of();
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME_SECONDS;
    }
}
