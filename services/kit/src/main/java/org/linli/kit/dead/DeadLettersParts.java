package org.linli.kit.dead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.SqlOnce;

/** What a resource of dead letters works with, so that the resources of the services need to name one thing only. */
@ApplicationScoped
public class DeadLettersParts {
    private final DeadLettersUseCase letters;
    private final SqlOnce once;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    DeadLettersParts(DeadLettersUseCase letters, SqlOnce once, CurrentCaller current, Answers answers) {
        this.letters = letters;
        this.once = once;
        this.current = current;
        this.answers = answers;
    }

    DeadLettersUseCase letters() {
        return letters;
    }

    SqlOnce once() {
        return once;
    }

    CurrentCaller current() {
        return current;
    }

    Answers answers() {
        return answers;
    }
}
