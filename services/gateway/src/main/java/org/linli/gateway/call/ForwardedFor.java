package org.linli.gateway.call;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The chain of addresses that proxies wrote into X-Forwarded-For, each at its end. What stands left of an address that
 * is none of our proxies anybody may have written, so it is read from the right.
 */
final class ForwardedFor {

    /** Of a longer chain the end is read, which is what our own proxies wrote. */
    private static final int LONGEST = 500;

    /** What one customer of a provider has of IPv6 at least: addresses below it cost nothing (RFC 6177). */
    private static final int NETWORK_BYTES = 8;

    private ForwardedFor() {}

    /** The entries of all lines, from left to right; without those that are too far left. */
    static List<String> entries(List<String> lines) {
        String all = String.join(",", lines);
        int tooMuch = all.length() - LONGEST;
        int from = tooMuch <= 0 ? 0 : all.indexOf(',', tooMuch) + 1;
        // A single entry of that length is no address.
        String end = tooMuch > 0 && from == 0 ? "" : all.substring(from);
        return Arrays.stream(end.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /**
     * The address nearest to us that is none of our proxies.
     *
     * @param peer who called us, one of our proxies
     * @return the last of our proxies if what stands before it is no address
     */
    static String client(List<String> entries, String peer, Networks proxies) {
        String nearest = peer;
        List<String> fromUs = new ArrayList<>(entries).reversed();
        for (String entry : fromUs) {
            Optional<InetAddress> address = address(entry);
            if (address.isEmpty()) {
                return nearest;
            }
            nearest = address.get().getHostAddress();
            if (!proxies.contain(address.get())) {
                return nearest;
            }
        }
        return nearest;
    }

    /** Whom an address is counted for: itself, or the network that one customer has. */
    static String countedAs(String address) {
        Optional<InetAddress> read = address(address);
        if (read.isEmpty() || !(read.get() instanceof Inet6Address)) {
            return read.map(InetAddress::getHostAddress).orElse(address);
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(read.get().getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES);
        return NetUtil.bytesToIpAddress(network) + "/64";
    }

    /** Reads a literal address, with or without a port; one of IPv4 within IPv6 is one of IPv4. No name is resolved. */
    private static Optional<InetAddress> address(String entry) {
        String host = entry;
        if (entry.startsWith("[")) {
            host = entry.indexOf(']') < 0 ? "" : entry.substring(1, entry.indexOf(']'));
        } else if (entry.indexOf(':') == entry.lastIndexOf(':') && entry.indexOf(':') > 0) {
            host = entry.substring(0, entry.indexOf(':'));
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            return Optional.empty();
        }
    }
}
