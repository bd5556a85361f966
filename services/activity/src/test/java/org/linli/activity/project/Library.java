package org.linli.activity.project;

import static org.linli.activity.Neighbourhood.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.Neighbourhood;
import org.linli.activity.Neighbourhood.Person;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.Role;

/** A library of projects of a community, and teams that claim them. */
final class Library {
    static final String PROJECTS = "/api/v1/projects";
    static final String CLAIMS = "/api/v1/project-claims";

    final Neighbourhood here;
    /** Looks after the district. */
    final Person administrator;

    Library(Neighbourhood here) {
        this.here = here;
        here.knows(here.community(), DivisionLevel.COMMUNITY);
        administrator = here.holder(
                Role.DISTRICT_ADMINISTRATOR, here.community().value().substring(0, 6));
    }

    /** A team and whoever leads it. */
    record Team(UUID id, Person leader) {}

    Team team() {
        Person leader = here.volunteer();
        return new Team(here.team(List.of(leader)), leader);
    }

    static Map<String, Object> plan(int claims) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("category", "COMPANIONSHIP");
        plan.put("title", "陪伴独居老人");
        plan.put("description", "每周到独居老人家中陪伴一小时");
        plan.put("asks", "固定的志愿者");
        plan.put("claims", claims);
        return plan;
    }

    /** The body of a project. */
    Map<String, Object> body(int claims) {
        return Map.of("division", here.community().value(), "plan", plan(claims));
    }

    String draft(int claims) {
        return post(201, administrator, PROJECTS, body(claims)).path("id");
    }

    String open(int claims) {
        String id = draft(claims);
        post(200, administrator, PROJECTS + "/" + id + "/publication", null);
        return id;
    }

    static Map<String, Object> claim(Team team) {
        return Map.of("teamId", team.id(), "words", "我们有十名队员");
    }

    String claim(String project, Team team) {
        return post(201, team.leader(), PROJECTS + "/" + project + "/claims", claim(team))
                .path("id");
    }

    void grant(String claim) {
        post(200, administrator, CLAIMS + "/" + claim + "/decision", Map.of("granted", true));
    }
}
