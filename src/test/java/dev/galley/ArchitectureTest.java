package dev.galley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** The seam between editors and readers, and which room may know which. */
class ArchitectureTest {
    private static final JavaClasses GALLEY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.galley");

    private static final String[] DELIVERY = {
        "dev.galley.article..",
        "dev.galley.section..",
        "dev.galley.takeaway..",
        "dev.galley.faq..",
        "dev.galley.rendition..",
        "dev.galley.delivery..",
        "dev.galley.query..",
        "dev.galley.search..",
        "dev.galley.taxonomy.."
    };

    @Test
    void deliveryKnowsNothingOfDrafts() {
        noClasses()
                .that()
                .resideInAnyPackage(DELIVERY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.galley.editorial..", "dev.galley.ingest..")
                .because("a draft can't leak through a query that doesn't know it")
                .check(GALLEY);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("dev.galley.(*)..").should().beFreeOfCycles().check(GALLEY);
    }

    @Test
    void thePlatformKnowsNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.galley.platform..")
                .should()
                .dependOnClassesThat(describe(
                        "are Galley's, outside of platform",
                        type -> type.getPackageName().startsWith("dev.galley.")
                                && !type.getPackageName().startsWith("dev.galley.platform")))
                .check(GALLEY);
    }

    @Test
    void publishingKnowsNoDraft() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.galley.publishing..", "dev.galley.change..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.galley.editorial..")
                .check(GALLEY);
    }

    @Test
    void textsAndDocumentsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.galley.text..", "dev.galley.document..", "dev.galley.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.persistence..", "jakarta.ws.rs..", "org.hibernate..")
                .because("every edit is a pure function of documents")
                .check(GALLEY);
    }

    @Test
    void everyPostRunsAsAWrite() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .should()
                .notBeAnnotatedWith(Transactional.class)
                .because("Writes gives the transaction, and keeps the answer for an Idempotency-Key in it")
                .check(GALLEY);
    }

    @Test
    void noEntityIsAnswered() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(new ArchCondition<JavaMethod>("not answer with an entity") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        JavaType answer = method.getReturnType();
                        for (JavaClass type : answer.getAllInvolvedRawTypes()) {
                            if (type.isAnnotatedWith(Entity.class)) {
                                events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " answers with " + type.getName()));
                            }
                        }
                    }
                })
                .check(GALLEY);
    }

    @Test
    void viewsHoldNoEntity() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .or()
                .haveSimpleNameEndingWith("Summary")
                .or()
                .haveSimpleNameEndingWith("Item")
                .or()
                .haveSimpleNameEndingWith("Detail")
                .should(new ArchCondition<JavaClass>("have a field of an entity") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getFields().stream()
                                .filter(field -> field.getRawType().isAnnotatedWith(Entity.class))
                                .forEach(field ->
                                        events.add(SimpleConditionEvent.satisfied(field, field.getFullName())));
                    }
                })
                .check(GALLEY);
    }
}
