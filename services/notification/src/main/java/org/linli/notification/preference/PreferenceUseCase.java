package org.linli.notification.preference;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.notification.message.MessageTable;

/** Shows and changes how somebody is told. */
@ApplicationScoped
class PreferenceUseCase {
    private final Pool pool;
    private final PreferenceRows rows;
    private final MessageTable table;

    @Inject
    PreferenceUseCase(Pool pool, PreferenceRows rows, MessageTable table) {
        this.pool = pool;
        this.rows = rows;
        this.table = table;
    }

    Uni<Outcome<PreferenceView>> of(UUID account) {
        return rows.of(pool, List.of(account))
                .map(found -> found.getOrDefault(account, Preferences.UNTOUCHED))
                .map(chosen -> Outcome.done(PreferenceView.of(account, chosen)));
    }

    Uni<Outcome<PreferenceView>> choose(UUID account, PreferenceForm form, String ifMatch) {
        return Steps.then(
                chosen(form),
                wanted -> pool.withTransaction(connection -> rows.lock(connection, account)
                        .chain(now -> Steps.keep(
                                IfMatch.check(ifMatch, now.version(), withVersion(wanted, now.version() + 1)),
                                next -> rows.write(connection, account, next)
                                        .replaceWith(() -> PreferenceView.of(account, next))))));
    }

    /** What was asked for, if there are such messages and such hours. */
    private Outcome<Preferences> chosen(PreferenceForm form) {
        ChannelChoice inApp =
                form.inApp() == null ? ChannelChoice.NONE : form.inApp().choice();
        ChannelChoice email =
                form.email() == null ? ChannelChoice.NONE : form.email().choice();
        if (namesUnknown(inApp)) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "inApp.kinds");
        }
        if (namesUnknown(email)) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "email.kinds");
        }
        PreferenceForm.Quiet quiet = form.quietHours();
        if (quiet != null && quiet.from().equals(quiet.until())) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "quietHours.until");
        }
        QuietHours hours =
                quiet == null ? null : new QuietHours(LocalTime.parse(quiet.from()), LocalTime.parse(quiet.until()));
        return Outcome.done(new Preferences(Locale.forLanguageTag(form.language()), inApp, email, hours, 0));
    }

    private boolean namesUnknown(ChannelChoice choice) {
        return choice.kinds().keySet().stream()
                .anyMatch(kind -> table.rule(kind).isEmpty());
    }

    private static Preferences withVersion(Preferences wanted, long version) {
        return new Preferences(wanted.language(), wanted.inApp(), wanted.email(), wanted.quietHours(), version);
    }
}
