package org.passerelle.protect.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.casefile.StoredDataSource;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.DisclosedDataChanges;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.opening.CaseOpening;
import org.passerelle.protect.casework.compensation.AwardNews;
import org.passerelle.protect.casework.followup.ArrivalDates;
import org.passerelle.protect.casework.list.UnseenCases;
import org.passerelle.storage.ModuleAlone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Casework needs neither referrals nor erasure nor recognition: the wing starts with the modules
 * that it says it uses, and with four answers that it asks of the wings above it.
 */
@ApplicationModuleTest(
    mode = BootstrapMode.STANDALONE,
    extraIncludes = {
      "access",
      "accounts",
      "approval",
      "audit",
      "forms",
      "gate",
      "language",
      "outbox",
      "pages",
      "paper",
      "partner",
      "protect.person",
      "refusal",
      "register",
      "storage",
      "undo"
    },
    verifyAutomatically = false)
@Import(CaseworkModuleTest.Above.class)
@DirtiesContext
@Tag("slow")
@Tag("long")
class CaseworkModuleTest {
  /** The wings above: nothing was disclosed, nobody is on the way, everything was seen. */
  static class Above {
    @Bean
    StoredDataSource stored() {
      return (person, silent, setting, who) -> List.of();
    }

    @Bean
    DisclosedDataChanges disclosed() {
      return (caseId, who, change) -> {
        change.run();
        return Optional.empty();
      };
    }

    @Bean
    ArrivalDates arrivals() {
      return handOver -> Optional.empty();
    }

    @Bean
    AwardNews awards() {
      return (caseId, who) -> {};
    }

    @Bean
    UnseenCases unseen() {
      return who -> Set.of();
    }
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    ModuleAlone.settings(registry);
  }

  @Test
  void aCaseIsOpenedAndRead(
      @Autowired ApplicationContext module,
      @Autowired CaseOpening opening,
      @Autowired Cases cases,
      @Autowired Clock clock) {
    SignedIn manager = ModuleAlone.somebody(module, Role.CASE_MANAGER);
    SomeCase some = SomeCase.in("RS").named("Ana Petrović");
    UUID id = opening.open(some.person(), some.draft(LocalDate.now(clock)), manager);
    assertThat(cases.read(id, manager).country()).isEqualTo("RS");
    assertThat(module.getBeanDefinitionNames())
        .extracting(name -> Objects.requireNonNull(module.getType(name)).getPackageName())
        .contains("org.passerelle.protect.casework.urgency")
        .noneMatch(name -> name.startsWith("org.passerelle.protect.sharing"));
  }
}
