package org.passerelle.protect.sharing.htcds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Upload;
import org.passerelle.work.WorkState;

/** Lists of an organisation with their own column names. */
@OnBothDatabases
class ImportColumnsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  @Parameter House house;
  private SignedIn who;
  private Texts english;
  private ImportColumns columns;
  private Imports imports;
  private BackgroundWork work;

  @BeforeEach
  void somebody() {
    who = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER);
    english = house.get(Languages.class).texts(new Language("en"));
    columns = house.get(ImportColumns.class);
    imports = house.get(Imports.class);
    work = house.get(BackgroundWork.class);
  }

  @Test
  void aListThatCallsItsColumnsOtherwiseIsTakenInAsItsKeeperSaid() throws IOException {
    String row = "Бр.\tИме\tMade up here\tvic_TypeOfExploitation";
    List<String> own = ImportColumns.columns(row);
    assertThat(own).hasSize(4);
    assertThat(columns.guess("First_name")).isEqualTo("prs_FirstName");
    assertThat(columns.guess("Made up here")).isEmpty();
    assertThat(columns.guess("Datum rođenja")).isEqualTo("prs_Birthdate");
    columns.keep(
        "Наша листа", Map.of("Бр.", "record_id", "Име", "prs_FirstName", "Made up here", ""), who);
    UUID kept = columns.kept(who).get(0).id();
    byte[] file =
        (row + "\n7\tМира\tx\tForcedBegging\n8\tСава\ty\tnothing of the kind\n")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(work.find(check(file, null), who).state())
        .as("called otherwise")
        .isEqualTo(WorkState.FAILED);
    UUID check = check(file, kept);
    // the import uses the mapping with which the file was checked
    columns.remove(kept, who);
    Map<String, Long> figures = work.find(check, who).figures();
    assertThat(figures).containsEntry("good", 1L).containsEntry("faulty", 1L);
    assertThat(imports.faults(check, 9, who).get(0).subList(0, 3))
        .containsExactly("3", "4", "vic_TypeOfExploitation");
    UUID entered = imports.enter(check, english, TODAY, who);
    EndedWork.of(work, entered, who);
    assertThat(work.find(entered, who).figures()).containsEntry("good", 1L);
  }

  @Test
  void namesOfColumnsAreTheOrganisationsOwnAndNoTwoAreOneField() {
    assertThatThrownBy(
            () -> columns.keep("x", Map.of("a", "prs_FirstName", "b", "prs_FirstName"), who))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> columns.keep("x", Map.of("a", ""), who)).isInstanceOf(Refused.class);
    columns.keep("x", Map.of("a", "prs_FirstName"), who);
    columns.keep("x", Map.of("b", "prs_FirstName"), who);
    UUID kept = columns.kept(who).get(0).id();
    SignedIn elsewhere = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER);
    assertThat(columns.kept(elsewhere)).isEmpty();
    assertThatThrownBy(() -> columns.remove(kept, elsewhere)).isInstanceOf(NotFound.class);
    assertThat(columns.kept(who)).hasSize(1);
  }

  private UUID check(byte[] file, @Nullable UUID named) throws IOException {
    UUID id = imports.receive(new Upload("x.csv", new ByteArrayInputStream(file)), named, who);
    imports.check(id, english, TODAY, who);
    EndedWork.of(work, id, who);
    return id;
  }
}
