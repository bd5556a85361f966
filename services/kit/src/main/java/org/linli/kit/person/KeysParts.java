package org.linli.kit.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;

/** What a resource of keys works with, so that the resources of the services need to name one thing only. */
@ApplicationScoped
public class KeysParts {
    private final KeysUseCase keys;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    KeysParts(KeysUseCase keys, CurrentCaller current, Answers answers) {
        this.keys = keys;
        this.current = current;
        this.answers = answers;
    }

    KeysUseCase keys() {
        return keys;
    }

    CurrentCaller current() {
        return current;
    }

    Answers answers() {
        return answers;
    }
}
