package school.parta.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import school.parta.platform.database.Sql;
import school.parta.platform.database.Transactions;
import school.parta.platform.refusal.Refusal;

/** The arrows of the house that Maven's modules do not enforce by themselves. */
@AnalyzeClasses(packages = "school.parta", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsOfThePlatformHaveNoCycles =
            slices().matching("school.parta.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("school.parta.tenants.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("school.parta.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("school.parta.tenants..", "school.parta.web..");

    @ArchTest
    static final ArchRule featuresKnowNoHttp = noClasses()
            .that()
            .resideInAPackage("school.parta.tenants..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("school.parta.web..", "org.springframework.web..", "org.springframework.http..");

    @ArchTest
    static final ArchRule readSidesAreNotPointedAt = noClasses()
            .that()
            .resideInAPackage("school.parta.tenants..")
            .and()
            .resideOutsideOfPackages("school.parta.tenants.diary..", "school.parta.tenants.home..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("school.parta.tenants.diary..", "school.parta.tenants.home..");

    @ArchTest
    static final ArchRule pagesAndHandlersHoldNoSql = noClasses()
            .that()
            .resideInAPackage("school.parta.web..")
            .and()
            .resideOutsideOfPackage("school.parta.web.http..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Sql.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Transactions.class);

    @ArchTest
    static final ArchRule onlyUnitsOfWorkReachTheDriver = noClasses()
            .that()
            .resideOutsideOfPackages("school.parta.platform.database..", "school.parta.platform.live..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DatabaseClient.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("io.r2dbc..");

    @ArchTest
    static final ArchRule featuresNeitherBlockNorSubscribe = noClasses()
            .that()
            .resideInAPackage("school.parta.tenants..")
            .should()
            .callMethod(Mono.class, "block")
            .orShould()
            .callMethod(Mono.class, "subscribe")
            .orShould()
            .callMethod(Flux.class, "subscribe")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Disposable.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("reactor.core.scheduler..");

    @ArchTest
    static final ArchRule handlersAreNobodysApi = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule refusalsSayNothingOfTheirOwn = classes()
            .that()
            .areAssignableTo(Refusal.class)
            .and(resideInAPackage("school.parta.tenants.."))
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

    @ArchTest
    static final ArchRule handlersAreClassified = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .beAnnotatedWith(school.parta.tenants.access.Access.class);
}
