package org.linli.kit.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;

/** What a resource of one's own data works with, so that the resources of the services need to name one thing only. */
@ApplicationScoped
public class OwnDataParts {
    private final OwnDataUseCase data;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    OwnDataParts(OwnDataUseCase data, CurrentCaller current, Answers answers) {
        this.data = data;
        this.current = current;
        this.answers = answers;
    }

    OwnDataUseCase data() {
        return data;
    }

    CurrentCaller current() {
        return current;
    }

    Answers answers() {
        return answers;
    }
}
