package org.passerelle.prosecute.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.exhibit.ExhibitScenes;
import org.passerelle.prosecute.home.ProsecutionDues;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Requests abroad: drafted, sent once whole, followed by days that people enter. */
@OnBothDatabases
class AssistanceRequestsTest {
  @Parameter House house;
  private Scenes scenes;
  private Member member;
  private SignedIn who;
  private UUID id;

  @BeforeEach
  void anInvestigation() {
    scenes = new Scenes(house);
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = scenes.begun(who).id();
  }

  private AssistanceRequests requests() {
    return house.get(AssistanceRequests.class);
  }

  private AssistanceRequest of(UUID request) {
    return requests().find(id, request, who);
  }

  private void step(UUID request, String kind, LocalDate on, String ground) {
    requests().step(id, request, new AssistanceRequest.StepDraft(kind, ground, on, "By post"), who);
  }

  private void step(UUID request, String kind) {
    step(request, kind, scenes.today(), "");
  }

  private static void refused(ThrowingCallable act, String key) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
  }

  @Test
  void oneIsSentOnlyOnceItIsWholeAndThenDoesNotChange() {
    UUID bare =
        requests().draft(id, RequestScenes.draft("eio", Map.of("facts", " ", "measures", "")), who);
    assertThat(RequestForm.EIO.missing(of(bare).words().fields()))
        .containsExactly("measures", "facts");
    refused(() -> step(bare, "sent"), "request.refused.missing");
    requests().change(id, bare, RequestScenes.draft("eio", Map.of()), 1, who);
    assertThatThrownBy(
            () -> requests().change(id, bare, RequestScenes.draft("eio", Map.of()), 1, who))
        .isInstanceOf(ChangedMeanwhile.class);
    step(bare, "sent");
    refused(
        () -> requests().change(id, bare, RequestScenes.draft("eio", Map.of()), 2, who),
        "request.refused.sent");
    assertThat(of(bare).called()).isEqualTo("R-1");
  }

  /** Thirty days from the receipt for recognition, ninety from then on for execution. */
  @Test
  void deadlinesOfAnOrderRunFromTheDaysThatWereEntered() {
    UUID order = RequestScenes.drafted(house, id, who);
    assertThat(of(order).awaited()).isEmpty();
    LocalDate sent = scenes.today();
    step(order, "sent");
    assertThat(of(order).awaited())
        .contains(new AssistanceRequest.Awaited("recognition", sent.plusDays(30)));
    house.clock().pass(Duration.ofDays(5));
    step(order, "acknowledged");
    assertThat(of(order).awaited())
        .contains(new AssistanceRequest.Awaited("recognition", sent.plusDays(35)));
    assertThat(due()).doesNotContain("request.recognition");
    house.clock().pass(Duration.ofDays(30));
    assertThat(due()).contains("request.recognition");
    step(order, "recognised");
    assertThat(of(order).awaited())
        .contains(new AssistanceRequest.Awaited("execution", sent.plusDays(125)));
    assertThat(due()).isEmpty();
    step(order, "executed");
    assertThat(of(order).awaited()).isEmpty();
    step(order, "returned");
    assertThat(of(order).next()).isEmpty();
  }

  private List<String> due() {
    Moments moments =
        new Moments(
            house.get(Languages.class).texts(new Language("en")), ZoneOffset.UTC, house.clock());
    return house.get(ProsecutionDues.class).thisWeek(moments, who).stream()
        .map(DueThing::kind)
        .toList();
  }

  @Test
  void aLetterRogatoryIsDueOnTheDayThatWasAskedFor() {
    LocalDate soon = scenes.today().plusDays(1);
    AssistanceRequest.Draft whole = RequestScenes.draft("rogatory", Map.of());
    UUID letter =
        requests()
            .draft(
                id,
                new AssistanceRequest.Draft(
                    "rogatory", "AL", soon, whole.words(), whole.exhibits()),
                who);
    step(letter, "sent");
    assertThat(of(letter).awaited())
        .isEqualTo(Optional.of(new AssistanceRequest.Awaited("answer", soon)));
    assertThat(due()).containsExactly("request.answer");
  }

  @Test
  void stepsFollowEachOtherAndARefusalHasAGround() {
    UUID order = RequestScenes.drafted(house, id, who);
    refused(() -> step(order, "executed"), "request.refused.step");
    LocalDate tomorrow = scenes.today().plusDays(2);
    refused(() -> step(order, "sent", tomorrow, ""), "form.error.future");
    step(order, "sent");
    refused(
        () -> step(order, "acknowledged", scenes.today().minusDays(1), ""),
        "request.refused.order");
    refused(() -> step(order, "refused"), "request.refused.ground");
    refused(() -> step(order, "recognised", scenes.today(), "rights"), "request.refused.ground");
    step(order, "refused", scenes.today(), "ne_bis_in_idem");
    assertThat(of(order).state()).isEqualTo("refused");
    UUID sent = of(order).steps().get(0).id();
    refused(() -> requests().strike(id, order, sent, who), "request.refused.order");
    requests().strike(id, order, of(order).steps().get(1).id(), who);
    requests().strike(id, order, of(order).steps().get(1).id(), who);
    assertThat(of(order).state()).isEqualTo("sent");
  }

  @Test
  void anInvestigatorDraftsAndAProsecutorSends() {
    SignedIn investigator = scenes.colleague(who.organisation(), Role.INVESTIGATOR);
    assertThatThrownBy(() -> requests().of(id, investigator)).isInstanceOf(NotFound.class);
    house.get(InvestigationTeam.class).add(id, investigator.user(), null, who);
    UUID order = RequestScenes.drafted(house, id, investigator);
    assertThatThrownBy(
            () ->
                requests()
                    .step(
                        id,
                        order,
                        new AssistanceRequest.StepDraft("sent", "", scenes.today(), ""),
                        investigator))
        .isInstanceOf(NotFound.class);
    step(order, "sent");
    requests()
        .step(
            id,
            order,
            new AssistanceRequest.StepDraft("acknowledged", "", scenes.today(), ""),
            investigator);
  }

  @Test
  void attachmentsAreExhibitsOfThisInvestigation() {
    UUID exhibit = new ExhibitScenes(house).held(id, new byte[] {65}, who);
    AssistanceRequest.Draft whole = RequestScenes.draft("eio", Map.of());
    UUID order =
        requests()
            .draft(
                id,
                new AssistanceRequest.Draft("eio", "RO", null, whole.words(), List.of(exhibit)),
                who);
    assertThat(of(order).exhibits()).containsExactly(exhibit);
    UUID other = scenes.begun(who).id();
    assertThatThrownBy(
            () ->
                requests()
                    .draft(
                        other,
                        new AssistanceRequest.Draft(
                            "eio", "RO", null, whole.words(), List.of(exhibit)),
                        who))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void ofTwoAnswersAtOnceOneIsTakenAndNumbersDoNotRepeat() throws Exception {
    UUID order = RequestScenes.drafted(house, id, who);
    step(order, "sent");
    Callable<Boolean> answers =
        () -> {
          try {
            step(order, "acknowledged");
            return true;
          } catch (Refused second) {
            return false;
          }
        };
    assertThat(AtOnce.all(List.of(answers, answers))).containsOnlyOnce(true);
    Callable<UUID> drafts = () -> RequestScenes.drafted(house, id, who);
    AtOnce.all(List.of(drafts, drafts, drafts));
    assertThat(requests().of(id, who))
        .extracting(AssistanceRequest::number)
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void byItsPagesAndOnPaper() throws Exception {
    String at = "/prosecute/investigations/" + id + "/requests";
    RoomForms all = new RoomForms(member.browser(), at);
    assertThat(all.shown()).contains("No request yet", "Draft a letter rogatory");
    RoomForms blank = new RoomForms(member.browser(), at + "/new?kind=eio");
    assertThat(blank.shown()).contains("G. Why it is issued", "Needed before it is sent.");
    Map<String, String> fields = RequestScenes.draft("eio", Map.of()).words().fields();
    String[] typed = new String[fields.size() * 2 + 4];
    int i = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      typed[i++] = field.getKey();
      typed[i++] = field.getKey().equals("facts") ? "" : field.getValue();
    }
    typed[i++] = "kind";
    typed[i++] = "eio";
    typed[i++] = "country";
    typed[i] = "RO";
    blank.shown();
    String order = member.browser().post(at, typed).location();
    RoomForms one = new RoomForms(member.browser(), order);
    assertThat(one.shown())
        .contains("R-1 European Investigation Order", "these fields are needed", "About measures")
        .doesNotContain(order + "/steps\"");
    assertThat(paper(order, "sr-Cyrl")).contains("Нацрт, није послат", "About measures");
    RoomForms edit = new RoomForms(member.browser(), order + "/edit");
    typed[typed.length - 4] = "_version";
    typed[typed.length - 3] = "1";
    for (int k = 0; k < typed.length; k += 2) {
      typed[k + 1] = typed[k].equals("facts") ? "Three children, one van" : typed[k + 1];
    }
    edit.sends("", typed);
    assertThat(one.shown()).contains("Three children, one van").doesNotContain("fields are needed");
    one.isTold("This is needed to go on.", "/steps", "kind", "", "on", today());
    one.sends("/steps", "kind", "sent", "on", today());
    assertThat(one.shown()).contains("decision on recognition by");
    assertThat(paper(order, "en"))
        .contains("Three children, one van", "annex A")
        .doesNotContain("not sent");
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    for (String path : List.of(order, order + "/edit", at + "/new")) {
      assertThat(outside.browser().get(path).status()).as(path).isEqualTo(404);
    }
  }

  private String today() {
    return scenes.today().toString();
  }

  private String paper(String order, String language) throws Exception {
    member.browser().get(order);
    byte[] pdf = member.browser().postWhole(order + "/paper", "language", language).body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).as("tagged").isNotNull();
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
