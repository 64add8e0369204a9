package org.passerelle.understand.statement.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.DiagnosisExtras;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.statement.Statement;
import org.passerelle.understand.statement.Statements;
import org.springframework.stereotype.Component;

/** Shows the networks of a diagnosis, and the links of an interview. */
@Component
class BesideInterviews implements DiagnosisExtras {
  private final Statements statements;
  private final Networks networks;

  BesideInterviews(Statements statements, Networks networks) {
    this.statements = statements;
    this.networks = networks;
  }

  @Override
  public void diagnosis(Diagnosis diagnosis, SignedIn who, BiConsumer<String, Object> shown) {
    shown.accept("networks", networks.of(diagnosis.id(), who));
  }

  @Override
  public void interview(
      Interviews.Opened interview, Filled form, SignedIn who, BiConsumer<String, Object> shown) {
    shown.accept("about", about(interview, form, who));
  }

  /** The networks of which something is shown are opened, which is logged, too. */
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
}
