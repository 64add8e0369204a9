package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the house as Modulith reads them from their {@code package-info}. */
@Tag("slow")
class ModulesTest {
  private static final ApplicationModules MODULES =
      ApplicationModules.of(
          PlatformApplication.class, ArchitectureTest.isTemplate().or(ArchitectureTest.isEngine()));

  /**
   * What is a module's own stays its own: Modulith names every access past a module's published
   * types, and every module that another uses without saying so.
   */
  @Test
  void modulesReachEachOtherThroughWhatTheyPublish() {
    MODULES.verify();
  }

  /** A package that is no module would belong to nobody and could use everything. */
  @Test
  void everyPackageOfTheHouseBelongsToAModule() {
    assertThat(
            ReadClasses.ofTheHouse().stream()
                .filter(
                    DescribedPredicate.not(
                        ArchitectureTest.isTemplate().or(ArchitectureTest.isEngine())))
                .filter(HouseGraph::isOurs)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> MODULES.getModuleByType(type.getName()).isEmpty())
                .map(JavaClass::getPackageName)
                .distinct())
        .isEmpty();
  }
}
