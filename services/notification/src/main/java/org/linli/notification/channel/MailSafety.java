package org.linli.notification.channel;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Sets {@code linli.mail.start-tls}, what holds where {@code LINLI_SMTP_START_TLS} is not set: e-mails bring codes, and
 * OPTIONAL would let anybody on the way to the mail server take the offer of encryption out of its answer. A server on
 * the same machine is on no way.
 */
public final class MailSafety implements ConfigSourceFactory {
    private static final String KEY = "linli.mail.start-tls";
    private static final int WEAKEST = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue host = context.getValue("quarkus.mailer.host");
        String value = host == null ? null : host.getValue();
        return List.of(new PropertiesConfigSource(Map.of(KEY, startTls(value)), "mail safety", WEAKEST));
    }

    /** What is asked of a server. */
    static String startTls(String host) {
        return isThisMachine(host) ? "OPTIONAL" : "REQUIRED";
    }

    /** By its name alone: what a name leads to may change. */
    private static boolean isThisMachine(String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
    }
}
