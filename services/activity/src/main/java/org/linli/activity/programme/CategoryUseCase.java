package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Reads and writes the dictionary of kinds of service. It is the whole city's: only its operator writes. */
@ApplicationScoped
class CategoryUseCase {
    private final Dictionary dictionary;
    private final Audit audit;

    @Inject
    CategoryUseCase(Dictionary dictionary, Audit audit) {
        this.dictionary = dictionary;
        this.audit = audit;
    }

    /**
     * An entry as it is read.
     *
     * @param code what activities name
     * @param category which of the nine it counts as
     * @param nameZh its Chinese name
     * @param nameEn its English name
     * @param active whether new plans may use it
     */
    record CategoryView(String code, ServiceCategory category, String nameZh, String nameEn, boolean active) {
        static CategoryView of(CategoryEntry entry) {
            return new CategoryView(entry.code(), entry.category(), entry.nameZh(), entry.nameEn(), entry.active());
        }
    }

    /** An entry as it is written. */
    record NewCategory(
            @NotNull ServiceCategory category,
            @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 60) String nameEn,
            @NotNull Boolean active) {}

    @WithSession
    Uni<Page<CategoryView>> list(Paging paging) {
        return dictionary
                .page(paging.afterKey(), paging.limit())
                .map(rows -> Page.of(rows, paging.limit(), CategoryEntry::code, CategoryView::of));
    }

    /** Adds an entry or changes one. */
    @WithTransaction
    Uni<Outcome<CategoryView>> write(Caller caller, String code, NewCategory wanted) {
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return Steps.refused(KitRefusal.FORBIDDEN);
        }
        return dictionary
                .findById(code)
                .map(found -> found == null ? new CategoryEntry(code, wanted.category()) : found)
                .chain(entry -> Steps.then(
                        entry.write(wanted.category(), wanted.nameZh(), wanted.nameEn(), wanted.active()),
                        written -> dictionary
                                .persistAndFlush(written)
                                .chain(() -> audit.record(caller, "activity-category.written", code, null, null))
                                .replaceWith(() -> Outcome.done(CategoryView.of(written)))));
    }
}
