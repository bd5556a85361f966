package org.linli.wire;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An e-mail that {@link MailCatcher} kept.
 *
 * @param at when it was caught
 * @param to whom it is for
 * @param messageId its Message-ID, angle brackets included
 * @param subject one line
 * @param text as plain text; empty if it has none
 * @param html as a page; empty if it has none
 */
public record CaughtMail(Instant at, String to, String messageId, String subject, String text, String html) {
    static final String SUFFIX = ".eml";
    /** What the catcher calls its files: others in the directory are none of ours. */
    private static final Pattern NAME = Pattern.compile("\\d{1,18}" + Pattern.quote(SUFFIX));

    /** All e-mails of a directory, newest first; none if there is no such directory. Read one by one. */
    public static Stream<CaughtMail> in(Path directory) {
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            List<Path> newestFirst = files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
            return newestFirst.stream().map(CaughtMail::read).flatMap(Optional::stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty if the catcher has just thrown it away. */
    private static Optional<CaughtMail> read(Path file) {
        try {
            return Optional.of(read(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Anybody can send what is no e-mail by any standard: it is shown as it came, and the others are shown, too. */
    private static CaughtMail read(Path file, byte[] content) {
        try {
            MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(content));
            Address[] to = mail.getRecipients(jakarta.mail.Message.RecipientType.TO);
            return new CaughtMail(
                    at(file),
                    to == null || to.length == 0 ? "" : to[0].toString(),
                    Optional.ofNullable(mail.getMessageID()).orElse(""),
                    Optional.ofNullable(mail.getSubject()).orElse(""),
                    content(mail, "text/plain"),
                    content(mail, "text/html"));
        } catch (MessagingException | IOException | RuntimeException malformed) {
            String asItCame = new String(content, StandardCharsets.UTF_8);
            return new CaughtMail(at(file), "", "", "(malformed: " + malformed.getMessage() + ")", asItCame, "");
        }
    }

    private static Instant at(Path file) {
        String name = file.getFileName().toString();
        return Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())) / 1000);
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                String found = content(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
