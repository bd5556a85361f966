package org.linli.notification.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.notification.NotificationConfiguration;

/**
 * Hands one e-mail to the mail server. The same delivery always has the same Message-ID: if this process dies between
 * the server's yes and our note of it, the e-mail goes out twice, and whoever reads it may recognise that.
 */
@ApplicationScoped
class Postman {
    private final ReactiveMailer mailer;
    private final NotificationConfiguration.Email terms;
    private final String domain;

    @Inject
    Postman(
            ReactiveMailer mailer,
            NotificationConfiguration configuration,
            @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.mailer = mailer;
        this.terms = configuration.email();
        this.domain = from.substring(from.indexOf('@') + 1).replace(">", "");
    }

    /** Sends; fails if the server did not take it within its time. */
    Uni<Void> send(UUID delivery, EmailAddress to, Letter letter) {
        Mail mail = Mail.withHtml(to.value(), letter.subject(), letter.html())
                .setText(letter.text())
                .addHeader("Message-ID", "<" + delivery + "@" + domain + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(terms.patience()).fail();
    }

    /** What a failure means. */
    static Trouble trouble(Throwable failure) {
        return failure instanceof SMTPException refused
                ? SmtpReply.of(
                                refused.getReplyCode(),
                                refused.getReplyMessage(),
                                SmtpReply.Stage.of(refused.getMessage()))
                        .trouble()
                : Trouble.SERVER_AWAY;
    }
}
