package org.linli.notification.channel;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.linli.notification.NotificationConfiguration;
import org.linli.notification.message.MessageRule;
import org.linli.notification.message.MessageTable;

/** Writes e-mails: the words of the message, in the frame of {@code templates/letter}. */
@ApplicationScoped
class Letters {
    private final MessageTable table;
    private final AddressCodes codes;
    private final Template chineseText;
    private final Template chineseHtml;
    private final Template englishText;
    private final Template englishHtml;
    private final String publicAddress;
    private final Duration codeLife;

    @Inject
    Letters(
            MessageTable table,
            AddressCodes codes,
            @Location("letter/zh.txt") Template chineseText,
            @Location("letter/zh.html") Template chineseHtml,
            @Location("letter/en.txt") Template englishText,
            @Location("letter/en.html") Template englishHtml,
            NotificationConfiguration configuration) {
        this.table = table;
        this.codes = codes;
        this.chineseText = chineseText;
        this.chineseHtml = chineseHtml;
        this.englishText = englishText;
        this.englishHtml = englishHtml;
        this.publicAddress = configuration.publicAddress();
        this.codeLife = configuration.address().codeLife();
    }

    /** The e-mail of a delivery. */
    Letter of(DueDelivery due, Locale language) {
        Map<String, Object> details = due.bringsCode()
                ? Map.of("code", codes.digits(due.eventId()), "minutesGood", codeLife.toMinutes())
                : due.details();
        return of(due.kind(), details, language);
    }

    /** The e-mail of a kind of message with these values. */
    Letter of(String kind, Map<String, Object> details, Locale language) {
        MessageRule.Words words =
                DueDelivery.CODE.equals(kind) ? code(details, language) : table.words(kind, details, language);
        boolean english = isEnglish(language);
        Map<String, Object> values = new TreeMap<>();
        values.put("title", words.title());
        values.put("text", words.text());
        values.put("address", publicAddress);
        return new Letter(
                english ? "[Linli] " + words.title() : "【邻里】" + words.title(),
                (english ? englishText : chineseText).data(values).render(),
                (english ? englishHtml : chineseHtml).data(values).render());
    }

    private static MessageRule.Words code(Map<String, Object> details, Locale language) {
        Object code = details.get("code");
        Object minutes = details.get("minutesGood");
        return isEnglish(language)
                ? new MessageRule.Words(
                        "Your code",
                        "Your code is " + code + ". It is good for " + minutes
                                + " minutes. If you did not ask for it, do nothing.")
                : new MessageRule.Words("验证码", "您的验证码是 " + code + "," + minutes + " 分钟内有效。如非本人操作,请忽略本邮件。");
    }

    private static boolean isEnglish(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    }
}
