package org.passerelle;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The classes of the program as ArchUnit reads them. They take longer to read than to ask, and
 * hundreds of megabytes, so the tests of structure share them and run in a JVM without a house.
 */
final class ReadClasses {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.passerelle");

  private ReadClasses() {}

  static JavaClasses ofTheHouse() {
    return HOUSE;
  }
}
