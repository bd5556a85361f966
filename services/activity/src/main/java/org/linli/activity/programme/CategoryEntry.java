package org.linli.activity.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;

/**
 * An entry of the dictionary of kinds of service (服务类别, 8+N, seed systems S10 and S27): one of the nine that rules on
 * points know, or a city's own that counts as one of them.
 */
@Entity
@Table(name = "activity_category")
class CategoryEntry {
    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private ServiceCategory category;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    private boolean active;

    @Version
    private long version;

    protected CategoryEntry() {}

    /** A new entry of a city's own. */
    CategoryEntry(String code, ServiceCategory category) {
        this.code = code;
        this.category = category;
    }

    /** Names it anew, takes it out of use or into use again; what it counts as stays: hours were counted by it. */
    Outcome<CategoryEntry> write(ServiceCategory countsAs, String chinese, String english, boolean inUse) {
        if (category != countsAs) {
            return Outcome.refused(ActivityRefusal.CATEGORY_FIXED, "category");
        }
        nameZh = chinese;
        nameEn = english;
        active = inUse;
        return Outcome.done(this);
    }

    String code() {
        return code;
    }

    ServiceCategory category() {
        return category;
    }

    String nameZh() {
        return nameZh;
    }

    String nameEn() {
        return nameEn;
    }

    boolean active() {
        return active;
    }
}
