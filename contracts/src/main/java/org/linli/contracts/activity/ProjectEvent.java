package org.linli.contracts.activity;

import static org.linli.contracts.DataClassification.DISTRICT;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/**
 * What activity tells of its library of projects and of claims to them. Sealed, so that a consumer answers every kind.
 * Each record carries the complete state of its subject.
 */
public sealed interface ProjectEvent extends Event {

    /** A project was opened to everybody. Subject of all project events: the project. */
    @EventType(value = "linli.activity.project.published.v1", classification = DISTRICT)
    record ProjectPublished(ProjectState project) implements ProjectEvent {
        @Override
        public ProjectState state() {
            return project;
        }
    }

    /** Something of an open project was changed; what the state does not show are texts. */
    @EventType(value = "linli.activity.project.changed.v1", classification = DISTRICT)
    record ProjectChanged(ProjectState project) implements ProjectEvent {
        @Override
        public ProjectState state() {
            return project;
        }
    }

    /** Nobody may claim it any more. */
    @EventType(value = "linli.activity.project.closed.v1", classification = DISTRICT)
    record ProjectClosed(ProjectState project) implements ProjectEvent {
        @Override
        public ProjectState state() {
            return project;
        }
    }

    /** An organisation wants a project. Subject of all claim events: the claim. */
    @EventType(value = "linli.activity.project-claim.asked.v1", classification = DISTRICT)
    record ClaimAsked(ProjectClaimState claim) implements ProjectEvent {
        @Override
        public ProjectClaimState state() {
            return claim;
        }
    }

    /** The organisation has the project. */
    @EventType(value = "linli.activity.project-claim.granted.v1", classification = DISTRICT)
    record ClaimGranted(ProjectClaimState claim) implements ProjectEvent {
        @Override
        public ProjectClaimState state() {
            return claim;
        }
    }

    /**
     * It did not get it; the reason is in activity only.
     *
     * @param byClosing whether the project was closed before anybody decided: there is no reason then;
     *     null in older events
     */
    @EventType(value = "linli.activity.project-claim.declined.v1", classification = DISTRICT)
    record ClaimDeclined(ProjectClaimState claim, Boolean byClosing) implements ProjectEvent {
        @Override
        public ProjectClaimState state() {
            return claim;
        }
    }

    /**
     * The organisation gave it back or withdrew, or it was taken back; the reason is in activity only.
     *
     * @param byOrganisation whether the organisation wants it no longer
     * @param withdrawn whether the organisation had not got the project yet, and only asked for it;
     *     null in older events
     */
    @EventType(value = "linli.activity.project-claim.ended.v1", classification = DISTRICT)
    record ClaimEnded(ProjectClaimState claim, boolean byOrganisation, Boolean withdrawn) implements ProjectEvent {
        @Override
        public ProjectClaimState state() {
            return claim;
        }
    }
}
