package org.linli.registration.recipient;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other features may ask about recipients, in the current Hibernate session. */
@ApplicationScoped
public class RecipientLookup {
    private final RecipientRepository recipients;
    private final PersonCipher cipher;

    @Inject
    RecipientLookup(RecipientRepository recipients, PersonCipher cipher) {
        this.recipients = recipients;
        this.cipher = cipher;
    }

    /** A recipient, its row locked until the transaction ends; null if there is none. */
    public Uni<RecipientSummary> lock(UUID recipientId) {
        return recipients.lock(recipientId).onItem().ifNotNull().transform(Recipient::summary);
    }

    /** Whether a sign-in belongs to somebody who is enrolled now. */
    public Uni<Boolean> isEnrolled(UUID accountId) {
        return recipients
                .count("accountId = ?1 and status = ?2", accountId, RecipientStatus.ACTIVE)
                .map(found -> found > 0);
    }

    /** Names as lists show them, masked, by recipient. */
    public Uni<Map<UUID, String>> maskedNames(Collection<UUID> recipientIds) {
        return recipientIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : recipients
                        .list("id in ?1", List.copyOf(recipientIds))
                        .map(found -> found.stream()
                                .map(cipher::masked)
                                .collect(Collectors.toMap(RecipientView::id, RecipientView::name)));
    }
}
