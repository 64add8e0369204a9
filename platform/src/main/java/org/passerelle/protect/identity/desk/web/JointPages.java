package org.passerelle.protect.identity.desk.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Users;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.forms.answers.AnsweredView;
import org.passerelle.forms.answers.FormPages;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.screening.FinishedScreening;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskQuestions;
import org.passerelle.protect.identity.desk.JointContent;
import org.passerelle.protect.identity.desk.JointScreening;
import org.passerelle.protect.identity.desk.JointScreenings;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.springframework.stereotype.Component;

/** Assembles the pages of joint screenings. */
@Component
class JointPages {
  static final Set<String> ASYLUM = Set.of("not_asked", "none", "possible", "pending", "granted");

  private final DeskPages pages;
  private final FormDefinitions definitions;
  private final JointScreenings joints;
  private final DeskQuestions questions;
  private final Cases cases;
  private final Users users;

  JointPages(
      DeskPages pages,
      FormDefinitions definitions,
      JointScreenings joints,
      DeskQuestions questions,
      Cases cases,
      Users users) {
    this.pages = pages;
    this.definitions = definitions;
    this.joints = joints;
    this.questions = questions;
    this.cases = cases;
    this.users = users;
  }

  Set<String> codes(String list) {
    return pages.codes(list);
  }

  /** The basis stated in a form. */
  StatedBasis.Choice basis(Filled form) {
    Set<String> kinds = new HashSet<>(codes("legal_basis_kinds"));
    kinds.add("consent");
    String kind = form.neededCode("kind", kinds);
    String reason = form.text("reason", 4_000);
    if (reason.isEmpty() && !kind.equals("consent") && !kind.isEmpty()) {
      form.errors().add("reason", "form.error.required");
    }
    String transfer = form.code("transfer", codes("transfer_instruments"));
    return new StatedBasis.Choice(kind, reason, transfer.isEmpty() ? null : transfer);
  }

  List<Option> kinds(Act act) {
    List<Option> kinds = new ArrayList<>();
    kinds.add(new Option("consent", act.text("elsewhere.basis.consent")));
    kinds.addAll(pages.words(act).choices("legal_basis_kinds"));
    return kinds;
  }

  /** Preview of the shared content by category, with possible bases. */
  String share(Desk desk, FinishedScreening finished, List<String> categories, Act act) {
    Map<String, List<AnsweredView>> preview = new LinkedHashMap<>();
    for (String category : categories) {
      preview.put(
          category,
          FormPages.answered(
              act.page(), finished.form(), joints.preview(finished, Set.of(category)), false));
    }
    UUID file = finished.screening().caseId();
    String asylum = file == null ? "not_asked" : cases.find(file, act.who()).asylum();
    act.with("desk", desk);
    act.with("other", pages.organisation(desk.other(), act));
    act.with("screening", finished.screening());
    act.with("preview", preview);
    act.with("asylum", asylum);
    act.with("kinds", kinds(act));
    act.with("words", pages.words(act));
    return act.show("protect/desk/share");
  }

  String joint(
      Desk desk,
      JointScreening jointScreening,
      Optional<JointContent> content,
      boolean duty,
      boolean gaveFactor,
      Act act) {
    Set<UUID> signers = new HashSet<>();
    jointScreening.signatures().forEach(s -> Optional.ofNullable(s.by()).ifPresent(signers::add));
    UUID file = jointScreening.caseId();
    return act.show(
        "protect/desk/joint",
        new JointPage(
            desk,
            jointScreening,
            content.orElse(null),
            content.map(c -> sections(c, act)).orElse(List.of()),
            users.names(signers),
            pages.organisation(desk.other(), act),
            duty,
            gaveFactor,
            file == null || !cases.sees(file, act.who())
                ? List.of()
                : questions.of(desk, file, act.who()),
            act.form(),
            pages.words(act)));
  }

  private List<AnsweredView> sections(JointContent content, Act act) {
    @Nullable FormDefinition form =
        definitions.version(content.form(), content.version()).orElse(null);
    return form == null ? List.of() : FormPages.answered(act.page(), form, content.shared(), false);
  }
}
