package org.passerelle.protect.casework.care.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.dao.DataAccessException;

/** Two users who import a file at the same time are each told the result of theirs. */
@OnBothDatabases
@Tag("slow")
class HsdsTogetherTest {
  @Parameter House house;

  private HsdsFiles files() {
    return house.get(HsdsFiles.class);
  }

  @Test
  void aColleaguesConcurrentChangeIsNotOverwritten() throws Exception {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    files().take(files().read(HsdsFilesTest.sample("two days", "a day"), who), who);
    Catalogue catalogue = house.get(Catalogue.class);
    UUID id =
        catalogue.own(CareService.Search.ALL, who).stream()
            .filter(l -> l.name().startsWith("Advice"))
            .map(CareService.Line::id)
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < 10; i++) {
      int before = catalogue.find(id, who).version();
      HsdsFiles.Read one = files().read(HsdsFilesTest.sample("two days", i + " days or one"), who);
      HsdsFiles.Read other =
          files().read(HsdsFilesTest.sample("two days", i + " days or other"), who);
      CompletableFuture<Integer> first = changed(one, who);
      CompletableFuture<Integer> second = changed(other, who);
      int told = first.get() + second.get();
      assertThat(catalogue.find(id, who).version() - before)
          .as("as many changes as are told of")
          .isEqualTo(told);
    }
  }

  private CompletableFuture<Integer> changed(HsdsFiles.Read read, SignedIn who) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return files().take(read, who).changed();
          } catch (ChangedMeanwhile | DataAccessException e) {
            return 0;
          }
        });
  }
}
