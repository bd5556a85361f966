package org.linli.registration.recipient;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * One recipient, for one reader: those who look after the recipient, those who serve right now and the recipient get
 * the personal fields, an auditor the rest.
 *
 * @param listed what a list shows; the name in full if the reader gets the personal fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecipientFile(
        @JsonUnwrapped RecipientView listed, String phone, String address, String careNotes, LocalDate birthDate)
        implements Versioned {

    /** Everything. */
    static RecipientFile full(Recipient recipient, Person person) {
        return new RecipientFile(
                recipient.view(person.name()),
                person.phone(),
                person.address(),
                person.careNotes(),
                person.birthDate());
    }

    /** Without the personal fields. */
    static RecipientFile masked(RecipientView listed) {
        return new RecipientFile(listed, null, null, null, null);
    }

    @Override
    @JsonIgnore
    public UUID id() {
        return listed.id();
    }

    @Override
    @JsonIgnore
    public long version() {
        return listed.version();
    }

    @Override
    public String toString() {
        return "RecipientFile[" + listed.id() + "]";
    }
}
