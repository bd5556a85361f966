package org.linli.gateway.admission;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.linli.gateway.limit.Client;
import org.linli.gateway.problem.Problem;

/** Whether a call may come in. Sealed so that each outcome has its own answer. */
public sealed interface Admission {

    /**
     * It may.
     *
     * @param client who calls, for what they may take of us
     * @param until when what they showed ends, and with it an event stream
     * @param endsWith the session or key by whose end the call is cut; null if there is none
     */
    record Admitted(Client client, Instant until, UUID endsWith) implements Admission {
        public Admitted {
            Objects.requireNonNull(client);
            Objects.requireNonNull(until);
        }
    }

    /** It may not. */
    record Refused(Problem problem) implements Admission {
        public Refused {
            Objects.requireNonNull(problem);
        }
    }

    /** It may not, and was told so already. */
    record Answered() implements Admission {}

    /** A person opened the address in a browser: they sign in first. */
    record SignInFirst() implements Admission {}
}
