package org.linli.activity.project;

import static org.linli.activity.project.Library.CLAIMS;
import static org.linli.activity.project.Library.PROJECTS;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.activity.Neighbourhood;
import org.linli.activity.project.Library.Team;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** Calls of the feature project that succeed, each on a project of its own. */
public final class ProjectSamples {
    private final Library library;
    private final Team team;

    public ProjectSamples(Surroundings surroundings) {
        library = new Library(new Neighbourhood(surroundings));
        team = library.team();
    }

    /** All of them by operation. */
    public Map<String, Supplier<Sample>> all() {
        Map<String, Supplier<Sample>> samples = new LinkedHashMap<>();
        samples.put("POST " + PROJECTS, () -> Sample.of(PROJECTS, body(), token()));
        samples.put("GET " + PROJECTS, () -> Sample.of(PROJECTS + "?status=DRAFT", token()));
        samples.put("GET " + PROJECTS + "/{id}", () -> Sample.of(PROJECTS + "/" + library.draft(1), token()));
        samples.put("PUT " + PROJECTS + "/{id}/plan", () -> at(library.draft(1), "plan", plan()));
        samples.put("POST " + PROJECTS + "/{id}/publication", () -> at(library.draft(1), "publication", null));
        samples.put("POST " + PROJECTS + "/{id}/closing", () -> at(library.open(1), "closing", null));
        samples.put("POST " + PROJECTS + "/{id}/claims", () -> claims(Library.claim(team)));
        samples.put("GET " + PROJECTS + "/{id}/claims", () -> at(library.open(1), "claims", null));
        samples.put("GET " + CLAIMS + "/{id}", () -> Sample.of(CLAIMS + "/" + asked(), token()));
        samples.put(
                "POST " + CLAIMS + "/{id}/decision",
                () -> Sample.of(
                        CLAIMS + "/" + asked() + "/decision", Map.of("granted", false, "reason", "另有安排"), token()));
        samples.put(
                "POST " + CLAIMS + "/{id}/ending",
                () -> Sample.of(
                        CLAIMS + "/" + granted() + "/ending",
                        Map.of("reason", "人手不够"),
                        team.leader().token()));
        return samples;
    }

    private Sample claims(Map<String, Object> claim) {
        String path = PROJECTS + "/" + library.open(1) + "/claims";
        return Sample.of(path, claim, team.leader().token());
    }

    private Sample at(String project, String part, Object body) {
        return Sample.of(PROJECTS + "/" + project + "/" + part, body, token());
    }

    private String asked() {
        return library.claim(library.open(1), team);
    }

    private String granted() {
        String claim = asked();
        library.grant(claim);
        return claim;
    }

    // no two are alike: another body under the same key must be told apart
    private static Map<String, Object> plan() {
        Map<String, Object> plan = Library.plan(2);
        plan.put("title", "陪伴 " + UUID.randomUUID());
        return plan;
    }

    private Map<String, Object> body() {
        return Map.of("division", library.here.community().value(), "plan", plan());
    }

    private String token() {
        return library.administrator.token();
    }
}
