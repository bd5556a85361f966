package org.linli.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.Startup;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.gateway.GatewayConfiguration;

@DisplayName("The key of cookies")
class SessionKeysTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("is read when the gateway starts, so that a bad one is found then")
    void atTheStart() {
        assertThat(Cookies.class).hasAnnotation(Startup.class);
    }

    @Test
    @DisplayName("is refused where it is missing and not made, too short, or nothing at all")
    void badKeys() throws Exception {
        assertThatThrownBy(() -> SessionKeys.read(settings(Optional.empty()))).hasMessageContaining("LINLI_KEYS");
        assertThatThrownBy(() -> SessionKeys.read(settings(Optional.of(folder))))
                .hasMessageContaining("is missing");
        for (String content : new String[] {"", "c2hvcnQ=", "no Base64!"}) {
            Files.writeString(folder.resolve("session.key"), content + "\n");
            assertThatThrownBy(() -> SessionKeys.read(settings(Optional.of(folder))))
                    .as(content)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private static GatewayConfiguration.SignIn settings(Optional<Path> directory) {
        return (GatewayConfiguration.SignIn) Proxy.newProxyInstance(
                SessionKeysTest.class.getClassLoader(),
                new Class<?>[] {GatewayConfiguration.SignIn.class},
                (proxy, method, arguments) -> method.getName().equals("keysDirectory") ? directory : (Object) false);
    }
}
