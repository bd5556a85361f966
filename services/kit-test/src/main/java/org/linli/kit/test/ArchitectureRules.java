package org.linli.kit.test;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Which parts of a service may know which others (style, habits 2, 3, 5, 6 and 11); each rule says how to mend what it
 * finds. Looks at the compiled main classes, needs no Quarkus.
 */
public abstract class ArchitectureRules {

    private static final List<String> MODULES =
            List.of("registration", "activity", "points", "notification", "gateway", "cli");

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "io.vertx..",
        "io.smallrye.mutiny..",
        "jakarta.ws.rs..",
        "org.hibernate.reactive..",
        "org.eclipse.microprofile.reactive..",
        "org.apache.kafka.."
    };

    /** JUnit makes an instance for each test: the classes are read once for all of them. */
    private static final Map<Path, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    /** The package of this module: {@code org.linli.activity}. */
    protected abstract String rootPackage();

    /** Simple names of classes that open a transaction for others; each needs its reason beside it. */
    protected Set<String> alsoOpenTransactions() {
        return Set.of();
    }

    /** Whether the module holds no domain at all (gateway, command line): then its records may know frameworks. */
    protected boolean isWiringOnly() {
        return false;
    }

    /** Where its main classes are. */
    protected Path compiledClasses() {
        return Path.of("target", "classes");
    }

    @Test
    @DisplayName("What is domain knows no framework")
    public void whatIsDomainKnowsNoFramework() {
        Assumptions.assumeFalse(isWiringOnly(), "this module holds no domain");
        check(noClasses()
                .that(isDomain())
                .should()
                .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS))
                .because("records, enums, sealed types and entities are what a reader must understand without"
                        + " knowing a framework: return a result or an event, and let the use case, resource or"
                        + " consumer beside it talk to the framework"));
    }

    @Test
    @DisplayName("Services do not import each other")
    public void servicesDoNotImportEachOther() {
        String[] others = MODULES.stream()
                .map(module -> "org.linli." + module)
                .filter(other -> !other.equals(rootPackage()))
                .map(other -> other + "..")
                .toArray(String[]::new);
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .because("services share events only: put a meaning that two need into contracts, wiring into kit, and"
                        + " keep what you must know about another's things as a local copy fed by events"));
    }

    @Test
    @DisplayName("Only use cases and consumers open transactions")
    public void onlyUseCasesOpenTransactions() {
        DescribedPredicate<JavaClass> opener = JavaClass.Predicates.simpleNameEndingWith("UseCase")
                .or(JavaClass.Predicates.simpleNameEndingWith("Consumer"))
                .or(DescribedPredicate.describe(
                        "known to open them for others",
                        type -> alsoOpenTransactions().contains(type.getSimpleName())));
        check(noClasses()
                .that(DescribedPredicate.not(insideOf(opener)))
                .should()
                .callMethodWhere(target(nameMatching("withTransaction|begin|beginTransaction"))
                        .and(target(owner(resideInAnyPackage("io.quarkus..", "io.vertx..", "org.hibernate..")))))
                .because("a transaction is one use case: move the work into a class …UseCase (or …Consumer) and let the"
                        + " resource or repository be called from there"));
        check(noMethods()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.not(opener))
                .should()
                .beAnnotatedWith("io.quarkus.hibernate.reactive.panache.common.WithTransaction")
                .because("resources and repositories carry no transaction: annotate the method of the …UseCase that"
                        + " loads, decides and records"));
    }

    @Test
    @DisplayName("Nobody blocks, forgets or sleeps")
    public void nobodyBlocksForgetsOrSleeps() {
        banCalls("io.smallrye.mutiny..", "await", "return the Uni and let the framework wait for it");
        banCalls("io.smallrye.mutiny..", "subscribe", "return the Uni or Multi; what nobody waits for fails unseen");
        banCalls("..", "sendAndForget", "write to the outbox: what is not awaited may be lost");
        banCalls("java.lang..", "sleep", "wait for a condition or a due-work row, not for time to pass");
    }

    @Test
    @DisplayName("Nothing runs side by side on one Hibernate session")
    public void nothingRunsSideBySideOnOneSession() {
        check(noClasses()
                .that(DescribedPredicate.describe(
                        "know a Hibernate session", ArchitectureRules::knowsHibernateReactive))
                .should()
                .callMethodWhere(
                        target(owner(name("io.smallrye.mutiny.Uni"))).and(target(nameMatching("combine|join"))))
                .because("a Hibernate session serves one statement at a time: chain the steps"));
    }

    @Test
    @DisplayName("Nobody prints")
    public void nobodyPrints() {
        if ("org.linli.cli".equals(rootPackage())) {
            return;
        }
        check(noClasses()
                .should()
                .accessFieldWhere(DescribedPredicate.describe(
                        "is System.out or System.err",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && (access.getName().equals("out")
                                        || access.getName().equals("err"))))
                .because("what happens is logged through org.jboss.logging.Logger; only the command line prints"));
    }

    @Test
    @DisplayName("There is no @Transactional and no lazy association")
    public void thereIsNoTransactionalAndNoLazyAssociation() {
        check(noMethods()
                .should()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .because("Quarkus refuses the mix with reactive sessions: use @WithTransaction on a …UseCase"));
        check(noClasses()
                .should()
                .beAnnotatedWith("jakarta.transaction.Transactional")
                .because("Quarkus refuses the mix with reactive sessions: use @WithTransaction on a …UseCase"));
        for (String association : List.of("ManyToOne", "OneToMany", "ManyToMany", "OneToOne")) {
            check(noFields()
                    .should()
                    .beAnnotatedWith("jakarta.persistence." + association)
                    .because("an association loads when nobody expects it: map the id and fetch by query"));
        }
    }

    @Test
    @DisplayName("Names say what a thing is")
    public void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*Utils?")
                .because("such a name hides what the thing is: call it what the field calls it, or move its methods to"
                        + " the type they are about"));
    }

    @Test
    @DisplayName("Everything lives in the module's own package")
    public void everythingLivesInTheModulesOwnPackage() {
        check(classes()
                .should(ArchConditions.resideInAPackage(rootPackage() + ".."))
                .because("two modules with one package reach into each other's package-private types: move the class"));
    }

    private void banCalls(String owners, String method, String instead) {
        check(noClasses()
                .should()
                .callMethodWhere(target(owner(resideInAPackage(owners))).and(target(name(method))))
                .because(instead));
    }

    private void check(ArchRule rule) {
        JavaClasses all = IMPORTED.computeIfAbsent(compiledClasses().toAbsolutePath(), ArchitectureRules::importFrom);
        rule.allowEmptyShould(true).check(all);
    }

    private static JavaClasses importFrom(Path classes) {
        // names and packages of what lies outside are enough, and reading all of Quarkus takes long
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPath(classes);
    }

    private static boolean isSealed(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of()
                    .parse(bytes.readAllBytes())
                    .findAttribute(Attributes.permittedSubclasses())
                    .isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DescribedPredicate<JavaClass> isDomain() {
        return DescribedPredicate.describe(
                "are records, enums, sealed types or entities",
                type -> type.isTopLevelClass()
                        && (type.isRecord()
                                || type.isEnum()
                                || type.isAnnotatedWith("jakarta.persistence.Entity")
                                || isSealed(type)));
    }

    /** The class itself or what is nested in it: lambdas' helpers and records count as their outermost class. */
    private static DescribedPredicate<JavaClass> insideOf(DescribedPredicate<JavaClass> outermost) {
        return DescribedPredicate.describe(outermost.getDescription(), type -> {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return outermost.test(outer);
        });
    }

    private static boolean knowsHibernateReactive(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency
                        .getTargetClass()
                        .getPackageName()
                        .matches("org\\.hibernate\\.reactive.*|io\\.quarkus\\.hibernate\\.reactive.*"));
    }
}
