package org.linli.activity.request;

import java.util.UUID;

/** To whom an order is offered. Sealed: whoever handles an offer answers both kinds. */
sealed interface Offer {

    /** To one volunteer. */
    record ToVolunteer(UUID volunteerId) implements Offer {}

    /** To a team; the first member who accepts has it. */
    record ToTeam(UUID teamId) implements Offer {}
}
