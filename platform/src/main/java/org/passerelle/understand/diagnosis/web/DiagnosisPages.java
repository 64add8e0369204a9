package org.passerelle.understand.diagnosis.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.Users;
import org.passerelle.pages.Filled;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.statement.Statement;
import org.passerelle.understand.statement.Statements;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of a diagnosis show. */
@Component
class DiagnosisPages {
  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Codings codings;
  private final Statements statements;
  private final Networks networks;
  private final Users users;

  DiagnosisPages(
      Diagnoses diagnoses,
      Interviews interviews,
      Codings codings,
      Statements statements,
      Networks networks,
      Users users) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.codings = codings;
    this.statements = statements;
    this.networks = networks;
    this.users = users;
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
  UUID diagnosisOf(UUID interview, SignedIn who) {
    return interviews.diagnosisOf(interview, who);
  }

  /** The page of an interview; the look is logged. */
  String interview(UUID id, Filled form, SignedIn who, Model model) {
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
    model.addAttribute("about", about(opened, form, who));
    model.addAttribute("form", form);
    return "understand/diagnosis/interview";
  }

  /** The networks that it shows something of are opened, which is logged, too. */
  private AboutPage about(Interviews.Opened interview, Filled form, SignedIn who) {
    if (interview.transcript().isEmpty()) {
      return new AboutPage("", List.of(), List.of(), null, Map.of());
    }
    List<Networks.Line> own = networks.of(interview.interview().diagnosis(), who);
    Optional<UUID> chosen =
        own.stream()
            .map(Networks.Line::id)
            .filter(id -> id.toString().equals(form.shown("network")))
            .findFirst()
            .or(() -> own.stream().map(Networks.Line::id).findFirst());
    List<Statement> linked = statements.of(interview.interview().id(), who);
    Set<UUID> shown = new HashSet<>(linked.stream().map(Statement::network).toList());
    chosen.ifPresent(shown::add);
    Map<UUID, OpenedNetwork> opened = new HashMap<>();
    shown.forEach(id -> opened.put(id, networks.open(id, who)));
    return new AboutPage(interview.transcript(), linked, own, chosen.orElse(null), opened);
  }

  private DiagnosisPage page(Diagnosis found, SignedIn who) {
    return new DiagnosisPage(
        found, users.with(who.organisation(), Role.ANALYST), users.names(found.team()));
  }
}
