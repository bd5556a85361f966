package org.linli.points.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What postings do to each account in sum, and which number and balance each posting has in it once they are taken. */
final class Lines {
    private final List<Posting> postings;
    private final Map<UUID, Total> totals = new LinkedHashMap<>();

    private Lines(List<Posting> postings) {
        this.postings = postings;
    }

    static Lines of(List<Posting> postings) {
        Lines lines = new Lines(postings);
        for (Posting posting : postings) {
            lines.add(posting.debit(), -posting.amount());
            lines.add(posting.credit(), posting.amount());
        }
        return lines;
    }

    private void add(Account account, long change) {
        totals.merge(account.id(), new Total(account, change, 1), Total::and);
    }

    /** The sum of what happens to an account. */
    record Total(Account account, long change, long lines) {
        Total and(Total more) {
            return new Total(account, change + more.change, lines + more.lines);
        }

        /** Goes towards a floor or a ceiling: the account must be there, and PostgreSQL checks the sum. */
        boolean isBounded() {
            return account.kind().floored() && change < 0 || account.kind() == AccountKind.CLAIM && change > 0;
        }
    }

    /** An account after all of it: its balance in hundredths, and how many postings it has. */
    record Stand(long balance, long postings) {}

    /** A posting with its number in both accounts and the balance of both after it. */
    record Numbered(Posting posting, long debitNumber, long debitBalance, long creditNumber, long creditBalance) {}

    List<Total> raised() {
        return totals.values().stream().filter(total -> !total.isBounded()).toList();
    }

    List<Total> bounded() {
        return totals.values().stream().filter(Total::isBounded).toList();
    }

    /** The postings in order; an account that is not there cannot be numbered. */
    List<Numbered> numbered(Map<UUID, Stand> after) {
        Map<UUID, Stand> now = new HashMap<>();
        totals.forEach((id, total) -> {
            Stand stand = after.get(id);
            if (stand == null) {
                throw new IllegalArgumentException("account " + id + " is not there");
            }
            now.put(id, new Stand(stand.balance() - total.change(), stand.postings() - total.lines()));
        });
        List<Numbered> numbered = new ArrayList<>(postings.size());
        for (Posting posting : postings) {
            Stand debit = next(now, posting.debit(), -posting.amount());
            Stand credit = next(now, posting.credit(), posting.amount());
            numbered.add(new Numbered(posting, debit.postings(), debit.balance(), credit.postings(), credit.balance()));
        }
        return numbered;
    }

    private static Stand next(Map<UUID, Stand> now, Account account, long change) {
        Stand before = now.get(account.id());
        Stand stand = new Stand(before.balance() + change, before.postings() + 1);
        now.put(account.id(), stand);
        return stand;
    }
}
