package org.linli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
    @TempDir
    private Path directory;

    @Test
    void an_email_is_kept_and_read_as_it_was_sent() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(directory, 0)) {
            send(catcher.port(), "zhang@example.org", "第一封");
            send(catcher.port(), "li@example.org", "第二封");
        }

        assertThat(CaughtMail.in(directory).map(CaughtMail::subject)).containsExactly("第二封", "第一封");
        CaughtMail newest = CaughtMail.in(directory).findFirst().orElseThrow();
        assertThat(newest.to()).isEqualTo("li@example.org");
        assertThat(newest.text()).isEqualTo("你好");
        assertThat(newest.html()).isEqualTo("<p>你好</p>");
        assertThat(newest.messageId()).startsWith("<").endsWith(">");
    }

    @Test
    void an_address_without_letterbox_is_refused() {
        try (MailCatcher catcher = MailCatcher.start(directory, 0, to -> to.endsWith("@example.org"))) {
            assertThatThrownBy(() -> send(catcher.port(), "nobody@elsewhere.example", "?"))
                    .isInstanceOf(SendFailedException.class);
        }
        assertThat(CaughtMail.in(directory)).isEmpty();
    }

    @Test
    void what_is_no_email_by_any_standard_does_not_hide_the_others() throws Exception {
        try (MailCatcher catcher = MailCatcher.start(directory, 0)) {
            send(catcher.port(), "zhang@example.org", "第一封");
        }
        String[] malformed = {
            "To: @@@\r\nSubject: a\r\n\r\n",
            "To: li@example.org\r\nContent-Type: text/plain; charset=klingon\r\n\r\nqapla'",
            "To: li@example.org\r\nContent-Type: multipart/mixed\r\n\r\nno boundary",
            "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n*",
            "\0\1\2"
        };
        for (int number = 0; number < malformed.length; number++) {
            Files.writeString(directory.resolve("9" + number + ".eml"), malformed[number]);
        }
        Files.writeString(directory.resolve("not-ours.eml"), "");
        assertThat(CaughtMail.in(directory))
                .hasSize(malformed.length + 1)
                .anySatisfy(mail -> assertThat(mail.subject()).isEqualTo("第一封"))
                .anySatisfy(mail -> assertThat(mail.text()).contains("qapla'"));
    }

    @Test
    void where_nothing_was_caught_there_is_nothing() {
        assertThat(CaughtMail.in(directory.resolve("never"))).isEmpty();
    }

    private static void send(int port, String to, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("linli@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("你好", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>你好</p>", "text/html; charset=UTF-8");
        mail.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(mail);
    }
}
