package org.linli.activity.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/**
 * Encrypts and reads what persons wrote about service: content, evidence, reasons (decision 11). Content and evidence
 * are bound to the first entry of a chain, so that corrections carry them on as they are.
 */
@ApplicationScoped
class RecordTexts {
    private static final String RECORD = "service_record";

    private final FieldCipher cipher;

    @Inject
    RecordTexts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] sealContent(UUID root, String text) {
        return cipher.encrypt(text, RECORD, root, "content");
    }

    String content(ServiceRecord record) {
        return cipher.decrypt(record.origin().content(), RECORD, record.rootId(), "content");
    }

    byte[] sealEvidence(UUID root, String text) {
        return cipher.encrypt(text, RECORD, root, "evidence");
    }

    String evidence(ServiceRecord record) {
        return cipher.decrypt(record.entry().evidence(), RECORD, record.rootId(), "evidence");
    }

    byte[] sealReason(UUID line, String text) {
        return cipher.encrypt(text, RecordLogRow.TABLE, line, "reason");
    }

    String reason(RecordLogRow row) {
        return cipher.decrypt(row.reason, RecordLogRow.TABLE, row.id, "reason");
    }
}
