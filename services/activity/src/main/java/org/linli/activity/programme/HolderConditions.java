package org.linli.activity.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Serving;
import org.linli.kit.access.Caller;
import org.linli.kit.access.DivisionScope;
import org.linli.kit.http.Paging;

/** The condition of a query for things that somebody holds. Values travel as parameters, never as text. */
final class HolderConditions {
    private static final UUID NO_CURSOR = new UUID(0, 0);

    private final String alias;
    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** @param alias of the thing in the query */
    HolderConditions(String alias) {
        this.alias = alias;
    }

    HolderConditions and(String condition) {
        all.add(condition);
        return this;
    }

    HolderConditions and(String condition, String name, Object value) {
        values.put(name, value);
        return and(condition);
    }

    /** Made by the caller, or held by a team that the caller leads. */
    HolderConditions mine(Caller caller, Serving serving) {
        return and("(%1$s.madeBy = :maker or %1$s.holder.teamId in :led)".formatted(alias), "maker", caller.accountId())
                .with("led", serving.teams());
    }

    /** Held by a team, a station or a community that the caller acts for or may read. */
    HolderConditions readBy(Caller caller, Serving serving) {
        DivisionScope scope = DivisionScope.within(alias + ".holder.division", caller.scopes(ActivityRoles.READERS));
        values.putAll(scope.parameters());
        return and("(%1$s.holder.teamId in :led or %1$s.holder.stationId in :stations or %2$s)"
                        .formatted(alias, scope.condition()))
                .with("led", serving.teams())
                .with("stations", caller.stations(ActivityRoles.COORDINATORS));
    }

    /** Only in divisions below one. */
    HolderConditions below(String prefix) {
        DivisionScope scope = DivisionScope.below(alias + ".holder.division", prefix);
        values.putAll(scope.parameters());
        return and(scope.condition());
    }

    /** Only those before the end of the last page, in a list of falling ids. */
    void before(String key, Paging paging) {
        UUID after = paging.afterId();
        if (!NO_CURSOR.equals(after)) {
            and(key + " < :after", "after", after);
        }
    }

    private HolderConditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Everything together, to stand after {@code where}. */
    String text() {
        return String.join(" and ", all);
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
