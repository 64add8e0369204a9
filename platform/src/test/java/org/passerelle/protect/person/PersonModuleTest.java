package org.passerelle.protect.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.ModuleAlone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Persons need no cases: their module starts with those alone that it says it uses. */
@ApplicationModuleTest(
    mode = BootstrapMode.STANDALONE,
    extraIncludes = {"access", "audit", "gate", "language", "refusal", "storage"},
    verifyAutomatically = false)
@DirtiesContext
@Tag("slow")
@Tag("long")
class PersonModuleTest {
  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    ModuleAlone.settings(registry);
  }

  @Test
  void aPersonIsRegisteredAndRead(
      @Autowired ApplicationContext module, @Autowired Persons persons) {
    SignedIn manager = ModuleAlone.somebody(module, Role.CASE_MANAGER);
    Identity identity =
        new Identity(
            List.of(new Identity.Name("name", "Ana Petrović")), "2004-05-12", null, "", "Niš");
    UUID id =
        persons.create(
            new PersonDraft(identity, Contact.NONE, "female", "no", List.of("RS"), List.of("sr")),
            manager);
    assertThat(persons.identity(id, manager)).isEqualTo(identity);
    assertThat(persons.find(id, manager).id()).isEqualTo(id);
  }
}
