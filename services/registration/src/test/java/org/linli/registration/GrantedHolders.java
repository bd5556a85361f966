package org.linli.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.test.Holders;
import org.linli.kit.test.Surroundings;
import org.linli.registration.team.TeamSamples;

/** Roles as the operator gives and takes them. */
final class GrantedHolders implements Holders {
    private final Calls operator;
    private final Surroundings surroundings;
    private final Map<String, District> districts = new HashMap<>();

    GrantedHolders(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.operator = Calls.by(surroundings.operatorToken());
    }

    @Override
    public Holder give(Hold hold) {
        District district = districts.computeIfAbsent(hold.digits(), digits -> District.of(surroundings, digits));
        District.Account account = district.somebody();
        Map<String, Object> grant = new HashMap<>();
        grant.put("holder", Map.of("accountId", account.accountId()));
        grant.put("role", hold.role().name());
        grant.put("division", hold.role() == Role.PLATFORM_OPERATOR ? "000000000000" : district.code());
        if (hold.oneOnly()) {
            boolean team = hold.role() == Role.TEAM_LEADER;
            grant.put(
                    team ? "teamId" : "stationId",
                    team
                            ? TeamSamples.team(district, operator)
                            : district.station(district.community(), district.street()));
        }
        UUID id = operator.create("role-grants", grant);
        return new Holder(account.token(), id);
    }

    @Override
    public void revoke(List<Holder> holders) {
        holders.forEach(holder -> operator.post("role-grants/" + holder.grantId() + "/revocation")
                .then()
                .statusCode(200));
    }
}
