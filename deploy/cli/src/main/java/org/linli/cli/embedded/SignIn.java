package org.linli.cli.embedded;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.linli.cli.LinliHome;
import org.linli.cli.supervise.Running;

/**
 * The OpenID Connect server of one machine: whoever reaches 127.0.0.1 may sign in as anybody, as a demo wants it. Its
 * signing key is generated once and kept with the data; the keys that come with the library are public.
 */
public final class SignIn implements Running {
    /** The issuer's name, the last part of its URL. */
    public static final String ISSUER_NAME = "linli";

    private static final String PEOPLE = "people.html";
    private static final int KEY_BITS = 2048;
    private static final String KEY_ID = "local";

    private final MockOAuth2Server server;
    private final CountDownLatch ended = new CountDownLatch(1);

    private SignIn(MockOAuth2Server server) {
        this.server = server;
    }

    /** Starts it on 127.0.0.1 with the key in the file, which is made if it is not there. */
    public static SignIn start(Path keyFile, int port) throws IOException {
        KeyProvider keys = new KeyProvider(List.of(key(keyFile)), "RS256");
        // The library gives its first key to the issuer that asks first; ours must be the one, whatever is requested.
        keys.signingKey(ISSUER_NAME);
        // Netty instead of the library's default server, which remembers every request it ever got.
        OAuth2Config configuration = new OAuth2Config(
                true,
                people(keyFile.resolveSibling(PEOPLE)).toString(),
                null,
                false,
                new OAuth2TokenProvider(keys, Instant::now),
                Set.of(new SubjectIsClient()),
                new NettyWrapper());
        MockOAuth2Server server = new MockOAuth2Server(configuration);
        server.start(InetAddress.ofLiteral("127.0.0.1"), port);
        return new SignIn(server);
    }

    /** The page on which people choose who they are; the library wants it as a file. */
    private static Path people(Path file) throws IOException {
        try (InputStream page = SignIn.class.getResourceAsStream("/sign-in/" + PEOPLE)) {
            LinliHome.writeAtomically(file, new String(page.readAllBytes(), StandardCharsets.UTF_8));
            return file;
        }
    }

    private static RSAKey key(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                RSAKey fresh = new RSAKeyGenerator(KEY_BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyID(KEY_ID)
                        .generate();
                LinliHome.writeAtomically(file, fresh.toJSONString());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (JOSEException | ParseException broken) {
            throw new IOException("the key in " + file + " cannot be used", broken);
        }
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public boolean isAlive() {
        return ended.getCount() > 0;
    }

    @Override
    public boolean awaitEnd(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean stop(Duration patience) {
        server.shutdown();
        ended.countDown();
        return true;
    }
}
