package org.linli.gateway.call;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** A list of networks in CIDR notation, for example {@code 10.0.0.0/8} or {@code ::1/128}. */
public final class Networks {

    private final List<IpSubnetFilterRule> rules;

    /** @throws IllegalArgumentException if an entry is not an address with a prefix length */
    public Networks(Optional<List<String>> entries) {
        rules = entries.orElse(List.of()).stream().map(Networks::rule).toList();
    }

    /** Whether the peer's address lies in one of them. */
    public boolean contain(SocketAddress peer) {
        if (rules.isEmpty() || peer == null || peer.hostAddress() == null) {
            return false;
        }
        // hostAddress is always a literal address here, so this resolves no name.
        return contains(new InetSocketAddress(peer.hostAddress(), Math.max(peer.port(), 0)));
    }

    /** Whether an address lies in one of them. */
    boolean contain(InetAddress address) {
        return contains(new InetSocketAddress(address, 0));
    }

    private boolean contains(InetSocketAddress address) {
        return rules.stream().anyMatch(rule -> rule.matches(address));
    }

    private static IpSubnetFilterRule rule(String entry) {
        int slash = entry.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("\"" + entry + "\" is not a network such as 10.0.0.0/8");
        }
        int prefix = Integer.parseInt(entry.substring(slash + 1).strip());
        return new IpSubnetFilterRule(entry.substring(0, slash).strip(), prefix, IpFilterRuleType.ACCEPT);
    }
}
