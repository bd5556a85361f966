package org.linli.notification.channel;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.notification.message.MessageRule;
import org.linli.notification.message.MessageTable;
import org.linli.notification.message.SampleValues;

/** The words of messages, for the operators of a city who want to see what people get to read. */
@Path("/api/v1/message-templates")
@Tag(name = "message templates")
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {
    private final CurrentCaller caller;
    private final MessageTable table;
    private final Letters letters;
    private final Answers answers;

    @Inject
    TemplateResource(CurrentCaller caller, MessageTable table, Letters letters, Answers answers) {
        this.caller = caller;
        this.table = table;
        this.letters = letters;
        this.answers = answers;
    }

    /**
     * How to look at a message.
     *
     * @param language {@code zh-CN} or {@code en}
     * @param values in the place of the sample values, by name; may be absent
     */
    record Look(
            @NotNull @Pattern(regexp = "zh-CN|en") String language,
            @Size(max = 50) Map<@Size(max = 100) String, @NotNull @Size(max = 200) String> values) {}

    /**
     * What its reader gets.
     *
     * @param title in the inbox
     * @param text in the inbox
     * @param email by e-mail
     */
    record Preview(String title, String text, Letter email) {}

    @GET
    @Operation(summary = "Every kind of message: who is told, and in which words")
    public Response list(@Valid @BeanParam Paging paging) {
        return mayLook() ? Response.ok(page(paging)).build() : answers.refused(KitRefusal.FORBIDDEN, null, null);
    }

    @POST
    @Path("/{kind}/preview")
    @Operation(summary = "What the reader of a message gets, in the inbox and by e-mail; sends nothing")
    public Response preview(@PathParam("kind") String kind, @Valid @NotNull Look look) {
        if (!mayLook()) {
            return answers.refused(KitRefusal.FORBIDDEN, null, null);
        }
        Outcome<Preview> preview = table.rule(kind)
                .map(rule -> Outcome.done(preview(rule, look)))
                .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND));
        return answers.ok(preview);
    }

    private Preview preview(MessageRule rule, Look look) {
        Locale language = Locale.forLanguageTag(look.language());
        Map<String, Object> values = SampleValues.with(look.values() == null ? Map.of() : look.values());
        MessageRule.Words words = table.words(rule.kind(), values, language);
        return new Preview(words.title(), words.text(), letters.of(rule.kind(), values, language));
    }

    private Page<TemplateView> page(Paging paging) {
        String after = paging.afterKey() == null ? "" : paging.afterKey();
        List<MessageRule> behind = table.all().stream()
                .filter(rule -> rule.kind().compareTo(after) > 0)
                .sorted(Comparator.comparing(MessageRule::kind))
                .limit(paging.limit() + 1L)
                .toList();
        return Page.of(behind, paging.limit(), MessageRule::kind, TemplateView::of);
    }

    private boolean mayLook() {
        return caller.get().holdsAnywhere(Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR);
    }
}
