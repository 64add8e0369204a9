package org.passerelle.protect.sharing.htcds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.list.CaseFilter;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Upload;
import org.passerelle.work.WorkFile;
import org.passerelle.work.WorkState;

/**
 * Cases are exported with a log entry, never with whereabouts, and in large numbers only with
 * approval.
 */
@OnBothDatabases
class ExportTest {
  private static final List<String> ALL = ExportRequest.CATEGORIES;
  @Parameter House house;
  private SignedIn who;
  private SignedIn supervisor;

  @BeforeEach
  void staff() {
    UUID organisation = Staff.organisation(house).id();
    who = member(organisation, Role.CASE_MANAGER);
    supervisor = member(organisation, Role.SUPERVISOR);
  }

  @Test
  void whatLeavesCanBeTakenInAgainAndHoldsNoWhereabouts() throws IOException {
    take(
        """
        record_id,prs_FirstName,prs_MobilePhone,prs_MailingStreet,prs_MailingCity,org_ShippingStreet,org_Phone,vic_TypeOfExploitation,cco_CaseComment,prs_NumberOfChildren
        1,=Ana,+381 60 1,Skrivena 5,Tajnigrad,Shelterstreet 9,+381 11,ForcedBegging;SexualExploitation,"@x, ""y""\",1
        """);
    Exports.Asked asked = ask("csv", ALL, ids());
    String csv = file(asked);
    assertThat(csv)
        .contains("'=Ana", "'+381 60 1", "ForcedBegging;SexualExploitation", "\"'@x, \"\"y\"\"\"")
        .doesNotContain(
            "Skrivena", "Tajnigrad", "Shelterstreet", "+381 11", "MailingStreet", "org_Phone");
    assertThat(file(ask("json", ALL, ids())))
        .contains("\"prs_FirstName\":\"=Ana\"", "\"version\":\"2.0\"")
        .doesNotContain("Skrivena");
    who = member(Staff.organisation(house).id(), Role.CASE_MANAGER);
    take(csv);
    assertThat(ids()).hasSize(1);
    assertThat(file(ask("json", ALL, ids())))
        .contains("\"prs_FirstName\":\"=Ana\"", "+381 60 1", "@x, \\\"y\\\"");
  }

  @Test
  void categoriesNotRequestedStayEncrypted() throws IOException {
    take("record_id,prs_FirstName,prs_MobilePhone,prs_Gender\n1,Xhemile,+38344,Feminine\n");
    long before = lines("identity.read");
    assertThat(file(ask("csv", List.of("case"), ids())))
        .contains("Feminine")
        .doesNotContain("Xhemile", "38344", "prs_FirstName");
    assertThat(lines("identity.read")).isEqualTo(before);
    assertThat(lines("case.exported")).isEqualTo(1);
    Exports.Made made = house.get(Exports.class).of(ids().get(0)).get(0);
    assertThat(made.reason()).isEqualTo("Yearly figures");
    assertThat(made.fields()).contains("prs_Gender").doesNotContain("prs_FirstName");
  }

  @Test
  void moreThanFiftyPersonsTakeASecondPerson() throws IOException {
    take(rows(51));
    Exports.Asked asked = ask("csv", List.of("case"), ids());
    assertThat(asked.work()).isNull();
    Approvals approvals = house.get(Approvals.class);
    var request = approvals.toDecide(supervisor).get(0);
    assertThat(approvals.toDecide(who)).isEmpty();
    approvals.approve(supervisor, request.id(), "");
    BackgroundWork work = house.get(BackgroundWork.class);
    UUID id =
        work.newest(who, 9).stream()
            .filter(w -> w.kind().equals(Exports.WORK))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(file(new Exports.Asked(asked.export(), id)).lines().count()).isEqualTo(52);
    assertThat(work.newest(supervisor, 9)).isEmpty();
  }

  /** Five files of eleven persons are fifty-five persons. */
  @Test
  void manySmallFilesAreOneLargeOne() throws IOException {
    take(rows(55));
    List<UUID> all = ids();
    for (int i = 0; i < 4; i++) {
      file(ask("csv", List.of("case"), all.subList(i * 11, i * 11 + 11)));
    }
    assertThat(ask("csv", List.of("case"), all.subList(44, 55)).work()).isNull();
    house.clock().pass(Duration.ofHours(25));
    assertThat(ask("csv", List.of("case"), all.subList(0, 11)).work()).isNotNull();
  }

  /** Three requests at the same moment get no more than three in sequence. */
  @Test
  void threeFilesOfThirtyAtOneMomentAreNinety() throws Exception {
    take(rows(90));
    List<UUID> all = ids();
    List<Callable<Exports.Asked>> wishes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<UUID> some = all.subList(i * 30, i * 30 + 30);
      wishes.add(() -> ask("csv", List.of("case"), some));
    }
    assertThat(AtOnce.all(wishes).stream().filter(asked -> asked.work() != null))
        .as("made by one person alone")
        .hasSize(1);
    assertThat(house.get(Approvals.class).toDecide(supervisor)).hasSize(2);
  }

  @Test
  void othersCasesDoNotLeave() throws IOException {
    take("record_id,prs_FirstName\n1,Ana\n");
    List<UUID> foreign = ids();
    who = member(Staff.organisation(house).id(), Role.SUPERVISOR);
    assertThatThrownBy(() -> ask("csv", ALL, foreign)).isInstanceOf(Refused.class);
  }

  /** Refused at its field; left out if ticked; judged again when the file is created. */
  @Test
  void whatMayNotBePassedOnGoesIntoNoFile() throws IOException {
    Member member = Member.in(house, who.organisation(), Role.CASE_MANAGER);
    who = Staff.signedIn(member.user());
    take(rows(51));
    List<UUID> all = ids();
    Exports.Asked asked = ask("csv", List.of("case"), all);
    arrivedFromElsewhere(all.get(0));
    String code = house.get(Cases.class).find(all.get(0), who).code();
    Browser browser = member.browser();
    browser.get("/protect/export");
    String[] wish = {
      "purpose",
      "own_figures",
      "reason",
      "Yearly figures",
      "category",
      "case",
      "format",
      "csv",
      "case",
      all.get(0).toString(),
      "case",
      all.get(1).toString()
    };
    Browser.Answer refused = browser.post("/protect/export", wish);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("One case came", code, "href=\"#leave\"", "name=\"leave\"");
    String[] without = Arrays.copyOf(wish, wish.length + 2);
    without[wish.length] = "leave";
    without[wish.length + 1] = "yes";
    assertThat(browser.post("/protect/export", without).location()).startsWith("/work/");
    Approvals approvals = house.get(Approvals.class);
    approvals.approve(supervisor, approvals.toDecide(supervisor).get(0).id(), "");
    UUID made =
        house
            .db()
            .sql("select work from case_export where id = :id")
            .param("id", asked.export())
            .query(UUID.class)
            .single();
    assertThat(file(new Exports.Asked(asked.export(), made)))
        .doesNotContain(code)
        .satisfies(file -> assertThat(file.lines()).hasSize(51));
  }

  private void arrivedFromElsewhere(UUID file) {
    UUID id = house.get(Identifiers.class).next();
    house
        .db()
        .sql(
            """
            insert into received_referral
              (id, organisation, sender, service, deadline, state, dossier_key, dossier, minor, onward, received_at, case_id)
            values (:id, :organisation, :id, 'shelter', :at, 'accepted', :id, :nothing, false, false, :at, :file)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("at", house.clock().instant().atOffset(ZoneOffset.UTC))
        .param("nothing", new byte[0])
        .param("file", file)
        .update();
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder("record_id,prs_FirstName\n");
    for (int i = 0; i < count; i++) {
      rows.append("n").append(i).append(",Ime\n");
    }
    return rows.toString();
  }

  private Exports.Asked ask(String format, List<String> categories, List<UUID> ids) {
    return house
        .get(Exports.class)
        .ask(new ExportRequest(format, "own_figures", "Yearly figures", categories), ids, who);
  }

  private String file(Exports.Asked asked) throws IOException {
    BackgroundWork work = house.get(BackgroundWork.class);
    UUID id = Objects.requireNonNull(asked.work());
    ended(id);
    assertThat(work.find(id, who).state()).isEqualTo(WorkState.DONE);
    WorkFile file = work.files(id, who).get(0);
    return new String(work.open(id, file.id(), who).readAllBytes(), StandardCharsets.UTF_8);
  }

  private void take(String file) throws IOException {
    Imports imports = house.get(Imports.class);
    var english = house.get(Languages.class).texts(new Language("en"));
    LocalDate today = LocalDate.of(2026, 11, 24);
    UUID check =
        imports.receive(
            new Upload("r.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
            null,
            who);
    imports.check(check, english, today, who);
    ended(check);
    UUID entered = imports.enter(check, english, today, who);
    ended(entered);
    assertThat(house.get(BackgroundWork.class).find(entered, who).figures())
        .containsEntry("faulty", 0L);
  }

  private List<UUID> ids() {
    return new ArrayList<>(house.get(CaseList.class).ids(CaseFilter.NONE, who, 1_000));
  }

  private void ended(UUID id) {
    EndedWork.of(house.get(BackgroundWork.class), id, who);
  }

  private long lines(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where user_id = :user and action = :action")
        .params(Map.of("user", who.user(), "action", action))
        .query(Long.class)
        .single();
  }

  private SignedIn member(UUID organisation, Role role) {
    return Staff.signedIn(Member.in(house, organisation, role).user());
  }
}
