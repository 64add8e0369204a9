package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.DiagnosisExtras;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Memos;
import org.springframework.stereotype.Component;

/** Loads the content of a diagnosis' pages. */
@Component
public class DiagnosisPages {
  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Codings codings;
  private final Memos memos;
  private final List<DiagnosisExtras> beside;
  private final Users users;

  DiagnosisPages(
      Diagnoses diagnoses,
      Interviews interviews,
      Codings codings,
      Memos memos,
      List<DiagnosisExtras> beside,
      Users users) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.codings = codings;
    this.memos = memos;
    this.beside = List.copyOf(beside);
    this.users = users;
  }

  /** Content added by other packages. */
  void beside(DiagnosisPage view, Act act) {
    beside.forEach(other -> other.diagnosis(view.diagnosis(), act.who(), act::with));
  }

  /** Loads a diagnosis; the access is logged. */
  DiagnosisPage read(UUID id, SignedIn who) {
    return page(diagnoses.read(id, who), who);
  }

  /** The same for a page that logs its accesses itself. */
  DiagnosisPage find(UUID id, SignedIn who) {
    return page(diagnoses.find(id, who), who);
  }

  /** The diagnosis of an interview. */
  public UUID diagnosisOf(UUID interview, SignedIn who) {
    return interviews.diagnosisOf(interview, who);
  }

  /** The page of an interview; the access is logged. */
  String interview(UUID id, Act act) {
    SignedIn who = act.who();
    Interviews.Opened opened = interviews.read(id, who);
    UUID diagnosis = opened.interview().diagnosis();
    beside.forEach(other -> other.interview(opened, act.form(), who, act::with));
    return act.with(
            "coded",
            new CodedPage(
                opened,
                codings.themes(diagnosis, who),
                codings.visible(id, who),
                codings.done(id, who),
                opened.interview().held() == null ? List.of() : memos.of(id, who),
                who.user()))
        .show("understand/diagnosis/interview", find(diagnosis, who));
  }

  /**
   * Processes a form of an interview's page and redirects there.
   *
   * @param field field for a refusal that names none
   */
  String submit(UUID interview, String field, Act act, Runnable work) {
    return submit(
        interview,
        field,
        act,
        () -> {
          work.run();
          return DiagnosisController.HERE + "/interviews/" + interview;
        });
  }

  /** The same with another redirect. */
  public String submit(UUID interview, String field, Act act, Supplier<String> work) {
    return act.refusalsAt(field).submit(() -> interview(interview, act), work);
  }

  private DiagnosisPage page(Diagnosis found, SignedIn who) {
    return new DiagnosisPage(
        found, users.with(who.organisation(), Role.ANALYST), users.names(found.team()));
  }
}
