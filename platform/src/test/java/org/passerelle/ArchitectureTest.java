package org.passerelle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The structure of the house: rooms over the ground floor, data flowing one way, time and chance
 * coming from outside.
 */
@Tag("slow")
class ArchitectureTest {
  private static final String[] ROOMS = {
    "org.passerelle.understand..", "org.passerelle.prevent..", "org.passerelle.protect..",
    "org.passerelle.prosecute..", "org.passerelle.partner..", "org.passerelle.steer.."
  };
  private static final String[] GROUND = {
    "org.passerelle.access..",
    "org.passerelle.audit..",
    "org.passerelle.storage..",
    "org.passerelle.refusal..",
    "org.passerelle.language..",
    "org.passerelle.pages..",
    "org.passerelle.outbox..",
    "org.passerelle.register..",
    "org.passerelle.work..",
    "org.passerelle.table..",
    "org.passerelle.paper..",
    "org.passerelle.mail..",
    "org.passerelle.approval..",
    "org.passerelle.accounts..",
    "org.passerelle.forms..",
    "org.passerelle.undo.."
  };
  private static final int PARAMETERS = 8;

  @Test
  void theGroundFloorKnowsNothingOfTheRooms() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(GROUND)
            .and(DescribedPredicate.not(isTemplate()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOMS));
  }

  /** No room of the ground floor reaches, by whatever way, back to itself. */
  @Test
  void theGroundFloorHasNoKnot() {
    check(
        slices()
            .matching(
                "org.passerelle.(access|accounts|approval|audit|storage|refusal|language|pages|outbox|register|work|table|paper|mail|forms|undo)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(isTemplate(), DescribedPredicate.alwaysTrue()));
  }

  @Test
  void theGroundFloorKeepsNoPagesOfItsOwn() {
    check(noClasses().that().resideInAnyPackage(GROUND).should().resideInAPackage("..web.."));
  }

  /** How somebody comes in is asked by the house's own pages alone. */
  @Test
  void onlyTheHouseAsksHowPeopleComeIn() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.passerelle.accounts..",
                "org.passerelle.house..",
                "org.passerelle.pages.templates..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.passerelle.accounts.signin.."));
  }

  /** The house's own pages stand above the ground, and no room above needs them. */
  @Test
  void noRoomNeedsThePagesOfTheHouse() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.passerelle.house..")
            .and(DescribedPredicate.not(isTemplate()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.passerelle.house.."));
  }

  @Test
  void partsOfARoomDependOnEachOtherInOneDirection() {
    for (String room :
        new String[] {
          "understand",
          "protect",
          "protect.casework",
          "protect.sharing",
          "protect.identity",
          "protect.safeguards",
          "prosecute",
          "partner",
          "steer"
        }) {
      check(
          slices()
              .matching("org.passerelle." + room + ".(*)..")
              .should()
              .beFreeOfCycles()
              .ignoreDependency(isTemplate(), DescribedPredicate.alwaysTrue()));
    }
  }

  @Test
  void roomsDependOnEachOtherInOneDirection() {
    check(
        slices()
            .matching("org.passerelle.(understand|prevent|protect|prosecute|partner|steer)..")
            .should()
            .beFreeOfCycles());
  }

  @Test
  void whatIsInternalToTheGroundFloorStaysThere() {
    for (String part :
        new String[] {
          "access",
          "audit",
          "storage",
          "language",
          "outbox",
          "register",
          "partner",
          "work",
          "approval"
        }) {
      check(
          noClasses()
              .that()
              .resideOutsideOfPackages(
                  "org.passerelle." + part + "..", "org.passerelle.pages.templates..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("org.passerelle." + part + ".internal..")
              .allowEmptyShould(true));
    }
  }

  @Test
  void enginesKnowNothingOfWebDatabaseOrSpring() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.passerelle.linkage..",
                "org.passerelle.estimation..",
                "org.passerelle.network..",
                "org.passerelle.intersection..",
                "org.passerelle.disclosure..",
                "org.passerelle.placement..",
                "org.passerelle.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..",
                "java.sql..",
                "jakarta..",
                "org.passerelle.access..",
                "org.passerelle.protect..")
            .allowEmptyShould(true));
  }

  /** Nobody calls a page but a browser: classes outside a web package know none of those within. */
  @Test
  void nobodyCallsAPageButABrowser() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.passerelle..")
            .and()
            .resideOutsideOfPackages(
                "..web..", "org.passerelle.pages.templates..", "org.passerelle.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.passerelle.protect..web.."));
  }

  @Test
  void timeAndChanceComeFromOutside() {
    check(noClasses().should().callMethod(Instant.class, "now"));
    check(noClasses().should().callMethod(LocalDate.class, "now"));
    check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
    check(noClasses().should().callConstructor(Random.class));
    check(noClasses().should().callMethod(Math.class, "random"));
  }

  @Test
  void nothingIsNamedForWhatItIsNot() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.passerelle..")
            .and(DescribedPredicate.not(isTemplate()))
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Info)$"));
  }

  /** Rule 10: ethnicity is never a field, a code or an inference. */
  @Test
  void ethnicityIsNeitherAFieldNorACode() throws IOException {
    Pattern field =
        Pattern.compile(
            "(?im)(^\\s*-?\\s*(id|code|reporting)\\s*:|code:)\\s*\"?([a-z_]*ethnic|race\\b|roma\\b)");
    for (String folder : new String[] {"forms", "db"}) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/resources", folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file);
          Assertions.assertThat(field.matcher(text).find()).as(file.toString()).isFalse();
          if (file.toString().endsWith(".sql")) {
            Assertions.assertThat(text.toLowerCase(java.util.Locale.ROOT))
                .as(file.toString())
                .doesNotContain("ethnic");
          }
        }
      }
    }
  }

  /**
   * Libraries, not modules: they are held apart by the test that they know nothing of the house.
   */
  static DescribedPredicate<JavaClass> isEngine() {
    return JavaClass.Predicates.resideInAnyPackage(
        "org.passerelle.linkage..",
        "org.passerelle.estimation..",
        "org.passerelle.network..",
        "org.passerelle.intersection..",
        "org.passerelle.disclosure..",
        "org.passerelle.placement..",
        "org.passerelle.evidence..");
  }

  /** Records are named by their parts and exempt; so are classes that the compiler fills. */
  @Test
  void nothingIsMadeOfMoreThanEightParts() {
    List<String> large =
        ReadClasses.ofTheHouse().stream()
            .filter(type -> !type.isRecord() && !type.isEnum())
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .map(JavaClass::getConstructors)
            .flatMap(constructors -> constructors.stream())
            .filter(made -> made.getRawParameterTypes().size() > PARAMETERS)
            .map(JavaConstructor::getFullName)
            .toList();
    Assertions.assertThat(large)
        .as("constructors of more than %d parameters; a part of them has a name", PARAMETERS)
        .isEmpty();
  }

  @Test
  void theHouseIsDrawnAsItStandsAndHasNoKnot() throws IOException {
    new HouseGraph(ReadClasses.ofTheHouse()).isAsDrawn();
  }

  private static void check(ArchRule rule) {
    rule.check(ReadClasses.ofTheHouse());
  }

  static DescribedPredicate<JavaClass> isTemplate() {
    return JavaClass.Predicates.resideInAnyPackage("org.passerelle.pages.templates..", "gg.jte..")
        .as("a compiled template");
  }
}
