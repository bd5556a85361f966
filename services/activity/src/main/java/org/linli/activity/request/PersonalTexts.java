package org.linli.activity.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.crypto.FieldCipher;

/** Encrypts and reads what persons wrote about an order: place, description, risks, reasons, reviews (decision 11). */
@ApplicationScoped
class PersonalTexts {
    private static final String REQUEST = "help_request";

    private final FieldCipher cipher;
    private final ObjectMapper json;

    @Inject
    PersonalTexts(FieldCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    byte[] sealPlace(UUID request, Place place) {
        try {
            return cipher.encrypt(json.writeValueAsString(place), REQUEST, request, "place");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read from JSON can be written as JSON", impossible);
        }
    }

    Place place(HelpRequest request) {
        try {
            String text = cipher.decrypt(request.ordered().place(), REQUEST, request.id(), "place");
            return text == null ? Place.GONE : json.readValue(text, Place.class);
        } catch (JsonProcessingException broken) {
            // without the text: it would be an address in a log
            throw new IllegalStateException("the stored place of order " + request.id() + " does not read");
        }
    }

    byte[] sealDescription(UUID request, String text) {
        return cipher.encrypt(text, REQUEST, request, "description");
    }

    String description(HelpRequest request) {
        return cipher.decrypt(request.ordered().description(), REQUEST, request.id(), "description");
    }

    byte[] sealRisks(UUID request, String text) {
        return cipher.encrypt(text, REQUEST, request, "risks");
    }

    String risks(HelpRequest request) {
        return cipher.decrypt(request.ordered().risks(), REQUEST, request.id(), "risks");
    }

    byte[] sealReason(UUID hop, String text) {
        return cipher.encrypt(text, HopRow.TABLE, hop, "reason");
    }

    String reason(HopRow hop) {
        return cipher.decrypt(hop.reason, HopRow.TABLE, hop.id, "reason");
    }

    byte[] sealReview(UUID review, String text) {
        return cipher.encrypt(text, ReviewRow.TABLE, review, "words");
    }

    String review(ReviewRow review) {
        return cipher.decrypt(review.words, ReviewRow.TABLE, review.id, "words");
    }
}
