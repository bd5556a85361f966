package org.linli.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.notification.channel.SmtpReply.Stage;

@DisplayName("What a mail server says")
class SmtpReplyTest {
    @ParameterizedTest(name = "{0} {1} means {2}")
    @CsvSource({
        "421, 4.3.2 shutting down, SERVER_AWAY",
        "450, 4.2.1 greylisted, SERVER_AWAY",
        "452, 4.5.3 too many recipients, SERVER_AWAY",
        "454, 4.7.0 TLS not available, SERVER_AWAY",
        "503, bad sequence of commands, SERVER_REFUSES",
        "521, this host takes no mail, SERVER_REFUSES",
        "530, 5.7.0 must issue STARTTLS first, SERVER_REFUSES",
        "535, 5.7.8 credentials invalid, SERVER_REFUSES",
        "550, no such user, ADDRESS_REFUSED",
        "550, 5.1.1 no such user, ADDRESS_REFUSED",
        "550, 5.2.1 disabled, ADDRESS_REFUSED",
        "551, user not local, ADDRESS_REFUSED",
        "553, name not allowed, ADDRESS_REFUSED",
        "554, 5.1.2 no such domain, ADDRESS_REFUSED",
        "550, 5.1.7 bad sender, SERVER_REFUSES",
        "553, 5.1.8 no such domain of the sender, SERVER_REFUSES",
        "554, 5.3.2 takes no mail, SERVER_REFUSES",
        "550, 5.3.0 wrongly set up, SERVER_REFUSES",
        "550, 5.4.1 Recipient address rejected: Access denied, ADDRESS_REFUSED",
        "550, 5.4.6 goes in circles, SERVER_REFUSES",
        "550, 5.7.1 spam, LETTER_REFUSED",
        "554, 5.7.0 rejected by a filter, LETTER_REFUSED",
        "554, transaction failed, SERVER_REFUSES",
        "554, 5.6.0 malformed, LETTER_REFUSED",
        "555, parameters not recognised, LETTER_REFUSED",
        "552, exceeded storage, LETTERBOX_FULL",
        "550, 5.2.2 over quota, LETTERBOX_FULL",
        "552, 5.3.4 too big, LETTER_REFUSED",
        "550, by 192.0.2.15.1.1, ADDRESS_REFUSED"
    })
    void meansByItsClassAndItsStatus(int code, String words, Trouble trouble) {
        assertThat(SmtpReply.of(code, words, Stage.LETTER).trouble()).isEqualTo(trouble);
    }

    @ParameterizedTest(name = "{0}: {1} {2} means {3}")
    @CsvSource({
        "got error response, 554, 5.7.1 on a list of senders, SERVER_REFUSES",
        "got error response, 550, go away, SERVER_REFUSES",
        "AUTH LOGIN failed, 550, 5.7.8 not you, SERVER_REFUSES",
        "sender address not accepted, 550, 5.7.60 not your sender, SERVER_REFUSES",
        "sender address not accepted, 550, 5.4.1 no way back, SERVER_REFUSES",
        "sender address not accepted, 552, 5.3.4 too big, LETTER_REFUSED",
        "sender address not accepted, 451, 4.7.1 later, SERVER_AWAY",
        "recipient address not accepted, 550, 5.7.1 not for them, LETTER_REFUSED",
        "recipient address not accepted, 550, 5.4.1 access denied, ADDRESS_REFUSED",
        "sending data failed, 550, 5.7.1 spam, LETTER_REFUSED"
    })
    @DisplayName("means by what it was asked")
    void meansByWhatItWasAsked(String failure, int code, String words, Trouble trouble) {
        SMTPException refused = new SMTPException(failure, code, List.of(code + " " + words), false);
        assertThat(Postman.trouble(refused)).isEqualTo(trouble);
    }

    @Test
    @DisplayName("may be nothing but three digits")
    void mayBeNothingButThreeDigits() {
        assertThat(SmtpReply.of(451, null, Stage.LETTER).trouble()).isEqualTo(Trouble.SERVER_AWAY);
        assertThat(SmtpReply.of(554, null, Stage.LETTER).trouble()).isEqualTo(Trouble.SERVER_REFUSES);
    }

    @ParameterizedTest(name = "at {0} encryption is {1}")
    @CsvSource(
            value = {
                "127.0.0.1, OPTIONAL",
                "127.12.0.7, OPTIONAL",
                "localhost, OPTIONAL",
                "::1, OPTIONAL",
                "smtp.example.org, REQUIRED",
                "localhost.example.org, REQUIRED",
                "127.0.0.1.example.org, REQUIRED",
                "10.0.0.25, REQUIRED",
                "NULL, REQUIRED"
            },
            nullValues = "NULL")
    void isHeardInPlainTextOnThisMachineOnly(String host, String wanted) {
        assertThat(MailSafety.startTls(host)).isEqualTo(wanted);
    }
}
