package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.understand.diagnosis.Beside;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.Interviews;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of a diagnosis show. */
@Component
public class DiagnosisPages {
  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Codings codings;
  private final List<Beside> beside;
  private final Users users;

  DiagnosisPages(
      Diagnoses diagnoses,
      Interviews interviews,
      Codings codings,
      List<Beside> beside,
      Users users) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.codings = codings;
    this.beside = List.copyOf(beside);
    this.users = users;
  }

  /** What stands beside a diagnosis. */
  void beside(DiagnosisPage view, SignedIn who, Model model) {
    beside.forEach(other -> other.diagnosis(view.diagnosis(), who, model::addAttribute));
  }

  /** Opens it; the look is logged. */
  DiagnosisPage read(UUID id, SignedIn who) {
    return page(diagnoses.read(id, who), who);
  }

  /** The same for a page that logs what it opens itself. */
  DiagnosisPage find(UUID id, SignedIn who) {
    return page(diagnoses.find(id, who), who);
  }

  /** The diagnosis that an interview belongs to. */
  public UUID diagnosisOf(UUID interview, SignedIn who) {
    return interviews.diagnosisOf(interview, who);
  }

  /** The page of an interview; the look is logged. */
  public String interview(UUID id, Filled form, SignedIn who, Model model) {
    Interviews.Opened opened = interviews.read(id, who);
    UUID diagnosis = opened.interview().diagnosis();
    model.addAttribute("view", find(diagnosis, who));
    model.addAttribute(
        "coded",
        new CodedPage(
            opened,
            codings.themes(diagnosis, who),
            codings.visible(id, who),
            codings.done(id, who),
            opened.interview().held() == null ? List.of() : codings.memos(id, who),
            who.user()));
    beside.forEach(other -> other.interview(opened, form, who, model::addAttribute));
    model.addAttribute("form", form);
    return "understand/diagnosis/interview";
  }

  private DiagnosisPage page(Diagnosis found, SignedIn who) {
    return new DiagnosisPage(
        found, users.with(who.organisation(), Role.ANALYST), users.names(found.team()));
  }
}
